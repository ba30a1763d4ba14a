// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/probe.h"

#include "core/probe/cgroup.h"
#include "core/probe/controllers.h"
#include "core/probe/firewall.h"
#include "core/probe/ipc.h"
#include "core/probe/limits.h"
#include "core/probe/mounts.h"
#include "core/probe/namespaces.h"
#include "core/probe/network.h"
#include "core/probe/processes.h"
#include "core/probe/procview.h"
#include "core/probe/relations.h"
#include "core/probe/routing.h"
#include "core/probe/semaphores.h"
#include "core/probe/sockets.h"
#include "core/probe/space.h"
#include "core/probe/time.h"
#include "core/probe/traffic.h"
#include "core/probe/users.h"
#include "core/probe/uts.h"
#include "core/probe/watched.h"

namespace nsw
{

Result<Facet> takeFacet(FacetKind kind, const Vantage &vantage)
{
    switch (kind) {
    case FacetKind::Namespaces:
        return takeNamespaces(vantage);
    case FacetKind::Uts:
        return takeUts(vantage);
    case FacetKind::Ipc:
        return takeIpc(vantage);
    case FacetKind::Processes:
        return takeProcesses(vantage);
    case FacetKind::Mounts:
        return takeMounts(vantage);
    case FacetKind::Users:
        return takeUsers(vantage);
    case FacetKind::Network:
        return takeNetwork(vantage);
    case FacetKind::Cgroup:
        return takeCgroup(vantage);
    case FacetKind::Time:
        return takeTime(vantage);
    case FacetKind::Limits:
        return takeLimits(vantage);
    case FacetKind::Traffic:
        return takeTraffic(vantage);
    case FacetKind::Sockets:
        return takeSockets(vantage);
    case FacetKind::Proc:
        return takeProc(vantage);
    case FacetKind::Controllers:
        return takeControllers(vantage);
    case FacetKind::Firewall:
        return takeFirewall(vantage);
    case FacetKind::Space:
        return takeSpace(vantage);
    case FacetKind::Watched:
        return takeWatched(vantage);
    case FacetKind::Routing:
        return takeRouting(vantage);
    case FacetKind::Semaphores:
        return takeSemaphores(vantage);
    case FacetKind::Relations:
        return takeRelations(vantage);
    }
    Q_UNREACHABLE();
}

} // namespace nsw
