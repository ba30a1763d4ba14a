// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** rtnl_link_stats64 of a link. */
struct LinkCounters {
    std::int32_t index = 0; ///< of the link
    QString link; ///< its name
    std::uint64_t receivedBytes = 0;
    std::uint64_t receivedPackets = 0;
    std::uint64_t receiveErrors = 0;
    std::uint64_t receiveDropped = 0;
    std::uint64_t sentBytes = 0;
    std::uint64_t sentPackets = 0;
    std::uint64_t sendErrors = 0;
    std::uint64_t sendDropped = 0;
    bool operator==(const LinkCounters &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("index", &LinkCounters::index),
                          field("link", &LinkCounters::link),
                          field("receivedBytes", &LinkCounters::receivedBytes),
                          field("receivedPackets", &LinkCounters::receivedPackets),
                          field("receiveErrors", &LinkCounters::receiveErrors),
                          field("receiveDropped", &LinkCounters::receiveDropped),
                          field("sentBytes", &LinkCounters::sentBytes),
                          field("sentPackets", &LinkCounters::sentPackets),
                          field("sendErrors", &LinkCounters::sendErrors),
                          field("sendDropped", &LinkCounters::sendDropped)};
    }
};

/** What went through the links since they exist. Beside the network facet, which changes seldom. */
struct TrafficFacet {
    static constexpr FacetKind kKind = FacetKind::Traffic;
    QList<LinkCounters> links;
    QList<Error> diagnostics;
    bool operator==(const TrafficFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("links", &TrafficFacet::links),
                          field("diagnostics", &TrafficFacet::diagnostics)};
    }
};

} // namespace nsw
