// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** An internet socket (sock_diag(7)). */
struct Socket {
    QString protocol; ///< "tcp" or "udp"
    QString family; ///< "inet" or "inet6"
    QString state; ///< "LISTEN", "ESTAB", … as ss(8) calls them; "UNCONN" for udp
    QString localAddress;
    std::uint16_t localPort = 0;
    QString remoteAddress; ///< empty: none
    std::uint16_t remotePort = 0;
    std::uint32_t uid = 0; ///< of its owner, in the user namespace of the reader
    std::uint64_t inode = 0;
    QList<std::int32_t> pids; ///< of those that hold it, as the outer /proc has them
    bool operator==(const Socket &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("protocol", &Socket::protocol),
                          field("family", &Socket::family),
                          field("state", &Socket::state),
                          field("localAddress", &Socket::localAddress),
                          field("localPort", &Socket::localPort),
                          field("remoteAddress", &Socket::remoteAddress),
                          field("remotePort", &Socket::remotePort),
                          field("uid", &Socket::uid),
                          field("inode", &Socket::inode),
                          field("pids", &Socket::pids)};
    }
};

/** Listening and connected sockets of a network namespace. */
struct SocketsFacet {
    static constexpr FacetKind kKind = FacetKind::Sockets;
    QList<Socket> sockets;
    QList<Error> diagnostics;
    bool operator==(const SocketsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("sockets", &SocketsFacet::sockets),
                          field("diagnostics", &SocketsFacet::diagnostics)};
    }
};

} // namespace nsw
