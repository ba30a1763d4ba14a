// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/cgroup.h"
#include "core/model/facets/controllers.h"
#include "core/model/facets/firewall.h"
#include "core/model/facets/ipc.h"
#include "core/model/facets/limits.h"
#include "core/model/facets/mounts.h"
#include "core/model/facets/namespaces.h"
#include "core/model/facets/network.h"
#include "core/model/facets/proc.h"
#include "core/model/facets/processes.h"
#include "core/model/facets/relations.h"
#include "core/model/facets/routing.h"
#include "core/model/facets/semaphores.h"
#include "core/model/facets/sockets.h"
#include "core/model/facets/space.h"
#include "core/model/facets/time.h"
#include "core/model/facets/traffic.h"
#include "core/model/facets/users.h"
#include "core/model/facets/uts.h"
#include "core/model/facets/watched.h"

#include <variant>

/**
 * Facets: what a process sees of the machine, one value for each concern. The same code takes them
 * inside and outside, so that two of them can be compared as values. But for the counters of
 * Traffic and for Space nothing in them changes by itself from one moment to the next: an unchanged
 * machine gives an equal facet.
 */
namespace nsw
{

/** In the order of FacetKind. */
using Facet = std::variant<NamespacesFacet,
                           UtsFacet,
                           IpcFacet,
                           ProcessesFacet,
                           MountsFacet,
                           UsersFacet,
                           NetworkFacet,
                           CgroupFacet,
                           TimeFacet,
                           LimitsFacet,
                           TrafficFacet,
                           SocketsFacet,
                           ProcFacet,
                           ControllersFacet,
                           FirewallFacet,
                           SpaceFacet,
                           WatchedFacet,
                           RoutingFacet,
                           SemaphoresFacet,
                           RelationsFacet>;

FacetKind kindOf(const Facet &facet);

/** What could not be read while the facet was taken. */
const QList<Error> &diagnosticsOf(const Facet &facet);

/** A facet is written as its fields alone: its kind stands beside it, in the event. */
void writeFacet(const Facet &facet, QCborStreamWriter &to);
QCborValue encodeFacet(const Facet &facet);

} // namespace nsw
