// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/traffic.h"

#include "core/kernel/netlink.h"
#include "core/kernel/rtmessages.h"

#include <algorithm>
#include <cerrno>

#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace nsw
{


Result<TrafficFacet> takeTraffic(const Vantage & /*vantage*/)
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    ifinfomsg header{};
    header.ifi_family = AF_UNSPEC;
    const NetlinkMessage request = dumpRequest(RTM_GETLINK, header);
    TrafficFacet facet;
    const auto answer = socket->dump(request.get(), [&](const nlmsghdr *message) {
        if (auto counters = parseCounters(message)) {
            facet.links << *std::move(counters);
        }
    });
    if (!answer && answer.error().error != Errno{EINTR}) { // EINTR: one came or went meanwhile
        return std::unexpected(answer.error());
    }
    std::ranges::stable_sort(facet.links, {}, &LinkCounters::index);
    return facet;
}

} // namespace nsw
