// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/caller.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <optional>

#include <sys/types.h>

/** What was looked up is changed before it is used, as often as was asked. As root. */
namespace nsw::test
{

/** The user of the tests, or nobody. */
Caller racingUser();

ino_t inodeAt(const QByteArray &path);
ino_t inodeBehind(const UniqueFd &fd);

/** The caller's directory, in which a directory and a link to what is root's change places. */
struct RaceGround {
    explicit RaceGround(const Caller &caller);

    QTemporaryDir directory;
    bool good = directory.isValid();
    QByteArray source;
    QByteArray target;
    QByteArray sourceLink;
    QByteArray targetLink;
    QByteArray rootsSource;
    QByteArray rootsTarget;
    ino_t mine = 0;
    ino_t mineTarget = 0;
    ino_t roots = 0;
    ino_t rootsBelow = 0;
};

/** How binding came out. */
struct PathRace {
    int done = 0; ///< mounted, as it was to be
    int refused = 0;
    int won = 0; ///< something of root's was mounted, or mounted on
};

/**
 * A caller's directories and links to what is root's change places while they are bound. Nothing
 * when there can be no such race. In a mount namespace of this process alone.
 */
std::optional<PathRace> raceForPaths(const RaceGround &ground, const Caller &caller, int times);
/** With root's rights, until something of root's was bound. */
std::optional<PathRace> raceUntilWon(const RaceGround &ground, int times);

/** How opening a PID came out. */
struct NumberRace {
    int recycled = 0; ///< the number came to mean another process
    int won = 0; ///< which was opened in place of the one that was held
    int wonUnheld = 0; ///< the same when nothing was held
};

/** PIDs that were judged pass to other processes before they are opened, in a PID namespace. */
std::optional<NumberRace> raceForNumbers(int times);

} // namespace nsw::test
