// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/caller.h"
#include "core/run/perform.h"

/**
 * Steps on paths that somebody with fewer rights named: the paths are opened as the caller, and the
 * step takes the descriptors. So what was looked up is what is used.
 */
namespace nsw
{

struct StepPaths {
    QStringList paths; ///< to be opened for the step; empty: it takes none
    LastLink last = LastLink::Followed;
};

StepPaths pathsOf(const Operation &operation);

/** The step with `workplace.paths`, which are those of pathsOf() in this order. */
Outcome performWithPaths(const Operation &operation, Workplace &workplace);

/** mount_setattr(2) on what was bound last. */
Outcome setAttributesOfMounted(std::uint64_t set, bool recursive, const Workplace &workplace);

} // namespace nsw
