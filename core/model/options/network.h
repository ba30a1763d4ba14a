// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

#include <optional>

namespace nsw
{

/**
 * A pair of links, one inside and one outside (veth(4)): what goes into one comes out of the other.
 * Addresses have the length of their prefix, "192.0.2.2/24".
 */
struct Veth {
    QString name = QStringLiteral("eth0"); ///< of the end inside
    QString peer; ///< of the end outside
    std::optional<QString> address; ///< of the end inside
    std::optional<QString> peerAddress; ///< of the end outside
    bool operator==(const Veth &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &Veth::name),
                          requiredField("peer", &Veth::peer),
                          field("address", &Veth::address),
                          field("peerAddress", &Veth::peerAddress)};
    }
};

struct NewNetwork {
    static constexpr QLatin1StringView kTag{"new"};
    bool loopback = true;
    std::optional<Veth> veth = std::nullopt;
    bool operator==(const NewNetwork &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("loopback", &NewNetwork::loopback),
                          field("veth", &NewNetwork::veth)};
    }
};

} // namespace nsw
