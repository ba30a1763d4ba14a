// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_network.h"

#include "app/text/translate.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString stateOf(const Link &link)
{
    if (!link.flags.contains(u"UP"_s)) {
        return translate("Compare", "down");
    }
    return link.state == "down"_L1 || link.state == "lowerlayerdown"_L1
        ? translate("Compare", "up, without a carrier")
        : translate("Compare", "up");
}

QString describe(const NetworkFacet &facet, const Link &link)
{
    QStringList parts{stateOf(link)};
    if (!link.kind.isEmpty()) {
        parts << link.kind;
    }
    for (const InterfaceAddress &address : facet.addresses) {
        if (address.index == link.index) {
            parts << address.address + u'/' + QString::number(address.prefixLength);
        }
    }
    return parts.join(u", "_s);
}

QString describe(const Route &route)
{
    if (!route.type.isEmpty() && route.type != "unicast"_L1) {
        return route.type; // "unreachable", "blackhole": it leads nowhere, whatever link it names
    }
    return route.gateway.isEmpty()
        ? translate("Compare", "on %1").arg(route.link)
        : translate("Compare", "via %1 on %2").arg(route.gateway, route.link);
}

QString labelOf(const Route &route)
{
    return route.family == "inet6"_L1
        ? translate("Compare", "IPv6 route to %1").arg(route.destination)
        : translate("Compare", "Route to %1").arg(route.destination);
}

} // namespace

void compareNetwork(const Sides<NetworkFacet> &sides, Rows &rows)
{
    NamedTexts links;
    NamedTexts routes;
    const auto put = [&](Side side, const NetworkFacet *facet) {
        if (facet == nullptr) {
            return;
        }
        for (const Link &link : facet->links) {
            links.put(side, link.name, describe(*facet, link));
        }
        for (const Route &route : facet->routes) {
            routes.put(side, labelOf(route), describe(route));
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    links.addTo(rows);
    routes.addTo(rows);
}

} // namespace nsw
