// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

struct Link {
    std::int32_t index = 0;
    QString name;
    QString kind; ///< "veth", "bridge", …; empty for lo and physical devices
    QString state; ///< operational state, RFC 2863: "up", "down", "unknown", …
    QStringList flags; ///< "UP", "LOOPBACK", "RUNNING", … (netdevice(7))
    std::uint32_t mtu = 0; ///< bytes
    QString address; ///< hardware address, "00:00:00:00:00:00"
    std::optional<std::int32_t> peerIndex; ///< IFLA_LINK of a veth: the index of its other end
    bool operator==(const Link &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("index", &Link::index),
                          field("name", &Link::name),
                          field("kind", &Link::kind),
                          field("state", &Link::state),
                          field("flags", &Link::flags),
                          field("mtu", &Link::mtu),
                          field("address", &Link::address),
                          field("peerIndex", &Link::peerIndex)};
    }
};

struct InterfaceAddress {
    std::int32_t index = 0; ///< of the link
    QString link; ///< its name
    QString family; ///< "inet" or "inet6"
    QString address;
    std::int32_t prefixLength = 0;
    QString scope; ///< "global", "link", "host", …
    bool operator==(const InterfaceAddress &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("index", &InterfaceAddress::index),
                          field("link", &InterfaceAddress::link),
                          field("family", &InterfaceAddress::family),
                          field("address", &InterfaceAddress::address),
                          field("prefixLength", &InterfaceAddress::prefixLength),
                          field("scope", &InterfaceAddress::scope)};
    }
};

struct Route {
    QString family; ///< "inet" or "inet6"
    QString destination; ///< "default" or "10.0.0.0/8"
    QString gateway; ///< empty: on the link
    QString link;
    std::uint32_t table = 0; ///< 254 is main, 255 local
    std::uint32_t metric = 0;
    QString type; ///< "unicast", "unreachable", …: what becomes of packets (rtnetlink(7))
    bool operator==(const Route &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("family", &Route::family),
                          field("destination", &Route::destination),
                          field("gateway", &Route::gateway),
                          field("link", &Route::link),
                          field("table", &Route::table),
                          field("metric", &Route::metric),
                          field("type", &Route::type)};
    }
};

/** Links, addresses and routes, by rtnetlink(7). */
struct NetworkFacet {
    static constexpr FacetKind kKind = FacetKind::Network;
    QList<Link> links;
    QList<InterfaceAddress> addresses;
    QList<Route> routes; ///< of table main
    QList<Error> diagnostics;
    bool operator==(const NetworkFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("links", &NetworkFacet::links),
                          field("addresses", &NetworkFacet::addresses),
                          field("routes", &NetworkFacet::routes),
                          field("diagnostics", &NetworkFacet::diagnostics)};
    }
};

} // namespace nsw
