// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/network.h"

namespace nsw
{

/** A rule of the policy routing: which table is asked for which packets (ip-rule(8)). */
struct RoutingRule {
    QString family; ///< "inet" or "inet6"
    std::uint32_t priority = 0; ///< the lowest is asked first
    QString source; ///< "10.0.0.0/8"; empty: any
    QString destination; ///< empty: any
    QString inputLink; ///< empty: any
    QString outputLink;
    std::uint32_t mark = 0; ///< of the packet; 0: any
    std::uint32_t table = 0; ///< 0 where it names none
    QString action; ///< "lookup", "goto", "blackhole", …
    bool operator==(const RoutingRule &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("family", &RoutingRule::family),
                          field("priority", &RoutingRule::priority),
                          field("source", &RoutingRule::source),
                          field("destination", &RoutingRule::destination),
                          field("inputLink", &RoutingRule::inputLink),
                          field("outputLink", &RoutingRule::outputLink),
                          field("mark", &RoutingRule::mark),
                          field("table", &RoutingRule::table),
                          field("action", &RoutingRule::action)};
    }
};

/** What stands beside the table main: the routes of all other tables, and the rules that lead
 * there. */
struct RoutingFacet {
    static constexpr FacetKind kKind = FacetKind::Routing;
    QList<Route> routes;
    QList<RoutingRule> rules; ///< in the order in which they are asked
    QList<Error> diagnostics;
    bool operator==(const RoutingFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("routes", &RoutingFacet::routes),
                          field("rules", &RoutingFacet::rules),
                          field("diagnostics", &RoutingFacet::diagnostics)};
    }
};

} // namespace nsw
