// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/privilege.h"

#include <QList>
#include <QSet>

#include <compare>
#include <optional>

#include <sys/types.h>

namespace nsw::test
{

/** Who makes the system call. */
enum class Role : std::uint8_t { Supervisor, Prober, Inside };

/** A system call until the command takes over: from Start on, or from the beginning of a supervisor
 * that works for somebody. */
struct FaultPoint {
    Role role = Role::Supervisor;
    int call = 0; ///< SYS_…
    int nth = 0; ///< from 1, of this call by this role
    auto operator<=>(const FaultPoint &) const = default;
};

struct Attempt {
    FaultPoint point;
    int error = 0; ///< errno that the call gets
};

/** "inside: mount no. 2 ENOMEM" */
QString textOf(const Attempt &attempt);

/** A container that is made while one system call fails, and what its client learned. */
struct FaultRun {
    struct Order {
        Configuration configuration;
        uid_t user = 0; ///< whose supervisor it is, or for whom it works
        Privilege grant = Privilege::None; ///< any other: root's, as the helper starts it
        std::optional<Attempt> attempt; ///< absent: nothing fails
    };

    QList<FaultPoint> met; ///< in the order in which they were made
    std::optional<Attempt> injected; ///< once the point was come to
    bool ready = false; ///< the supervisor said so
    bool hung = false; ///< past its time, it was killed
    int supervisorExit = 0; ///< 128 + n after signal n
    qsizetype planned = 0;
    QList<StepEvent> steps;
    Findings refusal;
    std::optional<int> exit;
    QByteArray output;

    /**
     * What is wrong with it; empty: the client was told that what failed did, or nothing had to.
     */
    [[nodiscard]] QString wrong(const QByteArray &wholeOutput, int wholeExit) const;
};

/** Carries it out, and waits until nobody of it is left. */
FaultRun carryOut(const FaultRun::Order &order);

} // namespace nsw::test
