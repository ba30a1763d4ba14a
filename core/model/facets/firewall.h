// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A line of the rule set as nft(8) writes it: a table, and in it chains, sets and rules. */
struct FirewallLine {
    std::int32_t depth = 0; ///< how many blocks it stands in
    QString text; ///< "chain input", "tcp dport 22 accept"
    bool operator==(const FirewallLine &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("depth", &FirewallLine::depth), field("text", &FirewallLine::text)};
    }
};

/** The nftables rules of the network namespace. Only whoever has CAP_NET_ADMIN in it reads them. */
struct FirewallFacet {
    static constexpr FacetKind kKind = FacetKind::Firewall;
    QList<FirewallLine> lines;
    QList<Error> diagnostics;
    bool operator==(const FirewallFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("lines", &FirewallFacet::lines),
                          field("diagnostics", &FirewallFacet::diagnostics)};
    }
};

} // namespace nsw
