// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/act.h"
#include "core/model/hostfacts.h"
#include "core/model/step.h"

namespace nsw
{

/** The process that a signal is for. */
struct SignalTarget {
    std::int32_t innerPid = 0; ///< in the PID namespace of the container; 0: it has none there
    /** In a PID namespace that the container does not share, or in a descendant of that. */
    bool isOfContainer = false;
    bool isOfCaller = false; ///< all its user IDs are those of the user who asks
    bool operator==(const SignalTarget &) const = default;
};

/** What the planner has to know of a container that is there. */
struct ActFacts {
    Container container; ///< as it was started
    QList<NsKind> shared; ///< kinds whose namespace inside is the one outside
    bool onBehalf = false; ///< whoever asks has fewer rights than the supervisor
    std::int32_t stepsBefore = 0;
    std::optional<SignalTarget> target; ///< absent: there is no such process
    bool operator==(const ActFacts &) const = default;
};

/** The same mount, as an entry of a configuration. */
MountEntry entryOf(const act::MountAt &mount);

/** What is wrong with an act wherever it is done. Paths begin with "act" and the act's name. */
Findings checkAct(const Act &act);

/** The steps of an act, or findings that say why it is not done. */
Plan planAct(Side side, const Act &act, const ActFacts &facts);

} // namespace nsw
