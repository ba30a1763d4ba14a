// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/sockets.h"

#include "core/kernel/netlink.h"
#include "core/kernel/socketdiag.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>

#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** What NETLINK_SOCK_DIAG is asked for, once for each. */
struct Ask {
    int family = 0;
    int protocol = 0;
    QLatin1StringView name;
};
constexpr std::array kAsks{Ask{.family = AF_INET, .protocol = IPPROTO_TCP, .name = "tcp"_L1},
                           Ask{.family = AF_INET6, .protocol = IPPROTO_TCP, .name = "tcp"_L1},
                           Ask{.family = AF_INET, .protocol = IPPROTO_UDP, .name = "udp"_L1},
                           Ask{.family = AF_INET6, .protocol = IPPROTO_UDP, .name = "udp"_L1}};

constexpr unsigned kTimeWait = 6; // TCP_TIME_WAIT: held by nobody any more

void takeInternetSockets(NetlinkSocket &netlink, SocketsFacet &facet)
{
    for (const Ask &ask : kAsks) {
        inet_diag_req_v2 header{};
        header.sdiag_family = static_cast<__u8>(ask.family);
        header.sdiag_protocol = static_cast<__u8>(ask.protocol);
        header.idiag_states = ~(1U << kTimeWait);
        const NetlinkMessage request = dumpRequest(SOCK_DIAG_BY_FAMILY, header);
        const auto answer = netlink.dump(request.get(), [&](const nlmsghdr *message) {
            if (auto socket = parseSocket(message)) {
                socket->protocol = ask.name;
                facet.sockets << *std::move(socket);
            }
        });
        // A kernel without the diag module of a protocol says ENOENT.
        if (!answer && answer.error().error != Errno{EINTR}
            && answer.error().error != Errno{ENOENT}) {
            addOnce(facet.diagnostics,
                    Error{.operation = answer.error().operation,
                          .error = answer.error().error,
                          .subject = QString(ask.name)});
        }
    }
    std::ranges::sort(facet.sockets, {}, [](const Socket &socket) {
        return std::tuple(
            socket.protocol, socket.family, socket.localPort, socket.remotePort, socket.inode);
    });
}

void takeUnixSockets(NetlinkSocket &netlink, const Vantage &vantage, SocketsFacet &facet)
{
    unix_diag_req header{};
    header.sdiag_family = AF_UNIX;
    header.udiag_states = ~0U;
    header.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER | UDIAG_SHOW_UID;
    const NetlinkMessage request = dumpRequest(SOCK_DIAG_BY_FAMILY, header);
    const auto answer = netlink.dump(request.get(), [&](const nlmsghdr *message) {
        if (auto socket = parseUnixSocket(message)) {
            facet.unixSockets << *std::move(socket);
        }
    });
    if (!answer && answer.error().error == Errno{ENOENT}) {
        facet.unixSockets = readRows(
            vantage.proc, entryOf(vantage, "net/unix"), parseUnixTable, facet.diagnostics);
    } else if (!answer && answer.error().error != Errno{EINTR}) {
        addOnce(facet.diagnostics,
                Error{.operation = answer.error().operation,
                      .error = answer.error().error,
                      .subject = u"unix"_s});
    }
    std::ranges::sort(facet.unixSockets, {}, &UnixSocket::inode);
}

} // namespace

Result<SocketsFacet> takeSockets(const Vantage &vantage)
{
    auto netlink = NetlinkSocket::open(NETLINK_SOCK_DIAG);
    if (!netlink) {
        return std::unexpected(netlink.error());
    }
    SocketsFacet facet;
    takeInternetSockets(*netlink, facet);
    takeUnixSockets(*netlink, vantage, facet);
    if (facet.sockets.isEmpty() && facet.unixSockets.isEmpty()) {
        return facet; // who holds them is the costly part
    }
    const SocketHolders holders = socketHolders(vantage.proc);
    for (Socket &socket : facet.sockets) {
        socket.pids = holders.value(socket.inode);
    }
    for (UnixSocket &socket : facet.unixSockets) {
        socket.pids = holders.value(socket.inode);
        socket.peerPids = socket.peer != 0 ? holders.value(socket.peer) : QList<std::int32_t>();
    }
    return facet;
}

} // namespace nsw
