// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/rows.h"

/** The facets that have no card of their own. */
namespace nsw
{

void compareLimits(const Sides<LimitsFacet> &sides, Rows &rows);
void compareTraffic(const Sides<TrafficFacet> &sides, Rows &rows);
void compareSockets(const Sides<SocketsFacet> &sides, Rows &rows);
void compareProc(const Sides<ProcFacet> &sides, Rows &rows);
void compareControllers(const Sides<ControllersFacet> &sides, Rows &rows);
void compareFirewall(const Sides<FirewallFacet> &sides, Rows &rows);
void compareSpace(const Sides<SpaceFacet> &sides, Rows &rows);
void compareWatched(const Sides<WatchedFacet> &sides, Rows &rows);
void compareRouting(const Sides<RoutingFacet> &sides, Rows &rows);
void compareSemaphores(const Sides<SemaphoresFacet> &sides, Rows &rows);
void compareRelations(const Sides<RelationsFacet> &sides, Rows &rows);

} // namespace nsw
