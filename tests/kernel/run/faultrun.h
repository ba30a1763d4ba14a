// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QList>
#include <QSet>

#include <compare>
#include <optional>

#include <sys/types.h>

namespace nsw::test
{

/** Who makes the system call. */
enum class Role : std::uint8_t { Supervisor, Prober, Inside };

/** A system call between Start and the moment when the command takes over. */
struct FaultPoint {
    Role role = Role::Supervisor;
    int call = 0; ///< SYS_…
    int nth = 0; ///< from 1, of this call by this role
    auto operator<=>(const FaultPoint &) const = default;
};

/** "inside: mount, 2nd" */
QString textOf(const FaultPoint &point);

/** A container that is made while one system call fails, and what its client learned. */
struct FaultRun {
    struct Order {
        Configuration configuration;
        uid_t uid = 0; ///< of the supervisor
        std::optional<FaultPoint> point; ///< absent: nothing fails
        int error = 0; ///< errno that the call gets
    };

    QList<FaultPoint> met; ///< in the order in which they were made
    bool injected = false; ///< the point was come to
    bool hung = false; ///< past its time, it was killed
    int supervisorExit = 0; ///< 128 + n after signal n
    qsizetype planned = 0;
    QList<StepEvent> steps;
    bool refused = false;
    std::optional<int> exit;
    QByteArray output;

    /** What is wrong with it; empty: the client was told what failed, or nothing had to. */
    [[nodiscard]] QString wrong(const QByteArray &wholeOutput, int wholeExit) const;
};

/** Carries it out, and waits until nobody of it is left. */
FaultRun carryOut(const FaultRun::Order &order);

} // namespace nsw::test
