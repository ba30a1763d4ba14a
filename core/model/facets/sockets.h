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

/** A unix(7) socket. It may be connected to one in another network namespace. */
struct UnixSocket {
    QString type; ///< "stream", "dgram" or "seqpacket"
    QString state; ///< as of a Socket
    QString path; ///< with "@" in front where it is abstract; empty: it has no name
    std::optional<std::uint32_t> uid; ///< of its owner; Linux 5.3
    std::uint64_t inode = 0;
    std::uint64_t peer = 0; ///< the inode of the other end; 0: none, or not told
    QList<std::int32_t> pids; ///< of those that hold it, as the outer /proc has them
    QList<std::int32_t> peerPids; ///< and of those that hold the other end
    bool operator==(const UnixSocket &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("type", &UnixSocket::type),
                          field("state", &UnixSocket::state),
                          field("path", &UnixSocket::path),
                          field("uid", &UnixSocket::uid),
                          field("inode", &UnixSocket::inode),
                          field("peer", &UnixSocket::peer),
                          field("pids", &UnixSocket::pids),
                          field("peerPids", &UnixSocket::peerPids)};
    }
};

/** Listening and connected sockets of a network namespace. */
struct SocketsFacet {
    static constexpr FacetKind kKind = FacetKind::Sockets;
    QList<Socket> sockets;
    QList<UnixSocket> unixSockets;
    QList<Error> diagnostics;
    bool operator==(const SocketsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("sockets", &SocketsFacet::sockets),
                          field("unixSockets", &SocketsFacet::unixSockets),
                          field("diagnostics", &SocketsFacet::diagnostics)};
    }
};

} // namespace nsw
