// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/network.h"

#include "core/kernel/netlink.h"
#include "core/kernel/rtmessages.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <tuple>

#include <linux/rtnetlink.h>
#include <netlink/attr.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** What is put together from one answer of the kernel, asked again when that was not of one moment.
 */
template<class T, class Visit>
QList<T> gather(NetlinkSocket &socket,
                nl_msg *request,
                QLatin1StringView what,
                NetworkFacet &facet,
                Visit visit)
{
    constexpr int kAttempts = 3;
    QList<T> items;
    Result<void> answer;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        items.clear();
        nlmsg_hdr(request)->nlmsg_seq = NL_AUTO_SEQ;
        answer = socket.dump(request, [&](const nlmsghdr *message) { visit(items, message); });
        if (answer || answer.error().error != Errno{EINTR}) {
            break;
        }
    }
    // A table that has no route yet does not exist.
    if (!answer && answer.error().error != Errno{ENOENT}) {
        facet.diagnostics << Error{.operation = answer.error().operation,
                                   .error = answer.error().error,
                                   .subject = QString(what)};
    }
    return items;
}

/** The kernel mostly tells them in this order, and links are dear to move. */
template<class T, class Key>
void order(QList<T> &items, Key key)
{
    if (!std::ranges::is_sorted(items, {}, key)) {
        std::ranges::stable_sort(items, {}, key);
    }
}

void takeLinks(NetlinkSocket &socket, NetworkFacet &facet)
{
    ifinfomsg header{};
    header.ifi_family = AF_UNSPEC;
    const NetlinkMessage request = dumpRequest(RTM_GETLINK, header);
    nla_put_u32(request.get(), IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    facet.links = gather<Link>(
        socket, request.get(), "links"_L1, facet, [](QList<Link> &links, const nlmsghdr *message) {
            if (auto link = parseLink(message)) {
                links << *std::move(link);
            }
        });
    order(facet.links, &Link::index);
}

void takeAddresses(NetlinkSocket &socket, const LinkNames &names, NetworkFacet &facet)
{
    ifaddrmsg header{};
    header.ifa_family = AF_UNSPEC;
    const NetlinkMessage request = dumpRequest(RTM_GETADDR, header);
    facet.addresses = gather<InterfaceAddress>(
        socket,
        request.get(),
        "addresses"_L1,
        facet,
        [&](QList<InterfaceAddress> &addresses, const nlmsghdr *message) {
            if (auto address = parseAddress(message, names)) {
                addresses << *std::move(address);
            }
        });
    // The kernel's own order within a link and family means something: the first is the primary.
    order(facet.addresses, [](const InterfaceAddress &address) {
        return std::tuple(address.index, address.family);
    });
}

void takeRoutes(NetlinkSocket &socket,
                const LinkNames &names,
                unsigned char family,
                NetworkFacet &facet)
{
    rtmsg header{};
    header.rtm_family = family;
    const NetlinkMessage request = dumpRequest(RTM_GETROUTE, header);
    nla_put_u32(request.get(), RTA_TABLE, RT_TABLE_MAIN);
    const auto visit = [&](QList<Route> &routes, const nlmsghdr *message) {
        // Without IPv6 the kernel answers with all families; an old one with all tables.
        const auto *head = static_cast<const rtmsg *>(nlmsg_data(message));
        if (nlmsg_datalen(message) < static_cast<int>(sizeof *head) || head->rtm_family != family
            || (head->rtm_flags & RTM_F_CLONED) != 0) {
            return;
        }
        for (const Route &route : parseRoutes(message, names)) {
            if (route.table == RT_TABLE_MAIN) {
                routes << route;
            }
        }
    };
    facet.routes << gather<Route>(socket, request.get(), "routes"_L1, facet, visit);
}

} // namespace

Result<NetworkFacet> takeNetwork(const Vantage & /*vantage*/)
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    NetworkFacet facet;
    takeLinks(*socket, facet);
    LinkNames names;
    for (const Link &link : facet.links) {
        names.insert(link.index, link.name);
    }
    takeAddresses(*socket, names, facet);
    takeRoutes(*socket, names, AF_INET, facet);
    takeRoutes(*socket, names, AF_INET6, facet);
    return facet;
}

} // namespace nsw
