// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/routing.h"

#include "core/kernel/netlink.h"
#include "core/kernel/rtmessages.h"
#include "core/kernel/rtrules.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <array>

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

LinkNames linkNames()
{
    const std::unique_ptr<struct if_nameindex, void (*)(struct if_nameindex *)> all(
        ::if_nameindex(), ::if_freenameindex);
    LinkNames names;
    for (const struct if_nameindex *one = all.get(); one != nullptr && one->if_index != 0; ++one) {
        names.insert(static_cast<std::int32_t>(one->if_index), QString::fromUtf8(one->if_name));
    }
    return names;
}

void note(RoutingFacet &facet, const Result<void> &answer, QLatin1StringView what)
{
    // EINTR: something changed meanwhile; ENOENT, EOPNOTSUPP: the kernel has none of it.
    if (!answer && answer.error().error != Errno{EINTR} && answer.error().error != Errno{ENOENT}
        && answer.error().error != Errno{EOPNOTSUPP}) {
        addOnce(facet.diagnostics,
                Error{.operation = answer.error().operation,
                      .error = answer.error().error,
                      .subject = QString(what)});
    }
}

void takeRoutes(NetlinkSocket &socket,
                const LinkNames &names,
                unsigned char family,
                RoutingFacet &facet)
{
    rtmsg header{};
    header.rtm_family = family;
    const NetlinkMessage request = dumpRequest(RTM_GETROUTE, header);
    const auto answer = socket.dump(request.get(), [&](const nlmsghdr *message) {
        const auto *head = static_cast<const rtmsg *>(nlmsg_data(message));
        if (nlmsg_datalen(message) < static_cast<int>(sizeof *head) || head->rtm_family != family
            || (head->rtm_flags & RTM_F_CLONED) != 0) {
            return;
        }
        for (const Route &route : parseRoutes(message, names)) {
            if (route.table != RT_TABLE_MAIN) {
                facet.routes << route;
            }
        }
    });
    note(facet, answer, "routes"_L1);
}

void takeRules(NetlinkSocket &socket, unsigned char family, RoutingFacet &facet)
{
    fib_rule_hdr header{};
    header.family = family;
    const NetlinkMessage request = dumpRequest(RTM_GETRULE, header);
    const auto answer = socket.dump(request.get(), [&](const nlmsghdr *message) {
        if (auto rule = parseRule(message)) {
            facet.rules << *std::move(rule);
        }
    });
    note(facet, answer, "rules"_L1);
}

} // namespace

Result<RoutingFacet> takeRouting(const Vantage & /*vantage*/)
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    RoutingFacet facet;
    const LinkNames names = linkNames();
    for (const auto family : std::array<unsigned char, 2>{AF_INET, AF_INET6}) {
        takeRoutes(*socket, names, family, facet);
        takeRules(*socket, family, facet);
    }
    std::ranges::stable_sort(facet.routes, {}, &Route::table);
    return facet;
}

} // namespace nsw
