// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/probe/jointargets.h"

namespace nsw
{

/**
 * What holds for the calling process as long as it lives: its ids and rights, its user namespace,
 * which kinds the kernel has. `proc` as below.
 */
HostFacts gatherStandingFacts(int proc);

/** Puts what may change into `facts`: limits, restrictions, clocks, the targets of joins, which are
 * those of the configuration. */
void gatherMomentaryFacts(const Configuration &configuration,
                          const std::vector<HeldTarget> &targets,
                          int proc,
                          HostFacts &facts);

/** Looks at the machine and at the targets that the configuration joins. Changes nothing. */
HostFacts gatherHostFacts(const Configuration &configuration);

/** The same through another /proc: a directory fd, which may be that of a recorded tree. */
HostFacts gatherHostFacts(const Configuration &configuration, int proc);

} // namespace nsw
