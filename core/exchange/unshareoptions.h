// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QStringList>

#include <expected>

namespace nsw
{

/** The options of unshare(1), util-linux 2.41. */
enum class UnshareOption : std::uint8_t {
    Mount,
    Uts,
    Ipc,
    Net,
    Pid,
    User,
    Cgroup,
    Time,
    MountProc,
    MountBinfmt,
    LoadInterp,
    Propagation,
    Root,
    Wd,
    Setuid,
    Setgid,
    MapUser,
    MapGroup,
    MapRootUser,
    MapCurrentUser,
    MapAuto,
    MapUsers,
    MapGroups,
    Fork,
    KillChild,
    Setgroups,
    KeepCaps,
    Monotonic,
    Boottime,
    Help,
    Version,
};

struct GivenOption {
    UnshareOption option = UnshareOption::Mount;
    QString name; ///< "--mount"
    std::optional<QString> value;
};

struct UnshareCall {
    QList<GivenOption> options;
    QStringList command;
};

/**
 * The words after the program's name, as getopt_long(3) takes them: short options together, long
 * ones abbreviated, "--" at the end, and no option after the first word of the command.
 */
std::expected<UnshareCall, Finding> parseUnshare(const QStringList &words);

} // namespace nsw
