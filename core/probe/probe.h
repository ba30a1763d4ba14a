// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/facets.h"
#include "core/model/watched.h"

#include <vector>

namespace nsw
{

/**
 * From where a facet is taken. The calling process stands in the namespaces to look at (for uname,
 * netlink, System V IPC, clocks); `proc` and `pid` say which task stands for them in a /proc, which
 * may be that of other, outer, namespaces, or a recorded tree.
 */
struct Vantage {
    int proc = -1; ///< directory fd of a /proc
    QString pid; ///< "self" or a number, an entry of that directory
    /**
     * Takes what the kernel closes slowly: a detached mount waits for whoever changes mounts at
     * that moment (namespace_sem). Null: closed at once.
     */
    std::vector<UniqueFd> *slowToClose = nullptr;
    /** What the Watched facet is about. Null: nothing. */
    const Watched *watch = nullptr;
};

/** Takes one facet. What can't be read inside of it stands in its diagnostics. */
Result<Facet> takeFacet(FacetKind kind, const Vantage &vantage);

} // namespace nsw
