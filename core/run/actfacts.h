// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/kernel/signalmasks.h"
#include "core/plan/act.h"
#include "core/plan/pause.h"
#include "core/run/caller.h"

#include <optional>

#include <sys/types.h>

namespace nsw
{

/** The container that acts are done to, and for whom. It is another one after each step. */
struct ActSite {
    Container container;
    int proc = -1; ///< directory fd of the supervisor's /proc
    pid_t inside = 0; ///< 0: there is nobody yet
    QList<Step> left; ///< what is not made yet of the container
    std::optional<Caller> onBehalfOf; ///< absent: whoever asks has the supervisor's own rights
};

[[nodiscard]] std::optional<Finding> refusalAt(const ActSite &site, Side side);

/** A process that is to get a signal: held before it is judged, so that it stays the same one. */
struct HeldProcess {
    UniqueFd directory; ///< below /proc; invalid: there is none
    SignalMasks masks;
    bool isInit = false; ///< PID 1 of its own PID namespace

    /** It was there all the time, and is no zombie. */
    [[nodiscard]] bool isAlive() const;
};

/** Kinds whose namespace inside is the one outside. */
QList<NsKind> sharedKinds(const ActSite &site);

HeldProcess holdProcess(const ActSite &site, const Act &act);

/** `held`: what holdProcess() gave for the same act. */
ActFacts gatherActFacts(const ActSite &site, const Act &act, const HeldProcess &held);

} // namespace nsw
