// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/rtlink.h"

#include "core/kernel/failure.h"
#include "core/kernel/netlink.h"

#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <netlink/attr.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

NetlinkMessage linkRequest(int type, int flags)
{
    NetlinkMessage message(nlmsg_alloc_simple(type, NLM_F_REQUEST | flags));
    ifinfomsg header{};
    header.ifi_family = AF_UNSPEC;
    nlmsg_append(message.get(), &header, sizeof header, NLMSG_ALIGNTO);
    return message;
}

void putName(nl_msg *message, const QString &name)
{
    nla_put_string(message, IFLA_IFNAME, name.toUtf8().constData());
}

Result<void> tellKernel(nl_msg *request)
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    // The kernel acknowledges, which ends the answer as the end of a dump would.
    return socket ? socket->dump(request, [](const nlmsghdr *) { })
                  : std::unexpected(socket.error());
}

} // namespace

std::uint32_t linkGroupOf(pid_t supervisor)
{
    constexpr std::uint32_t kOurs = 0x4e000000; // no PID has these bits
    return kOurs | static_cast<std::uint32_t>(supervisor);
}

Result<void>
addVeth(const QString &outside, const QString &inside, int network, std::uint32_t group)
{
    const NetlinkMessage message = linkRequest(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
    putName(message.get(), outside);
    nla_put_u32(message.get(), IFLA_GROUP, group);
    nlattr *information = nla_nest_start(message.get(), IFLA_LINKINFO);
    nla_put_string(message.get(), IFLA_INFO_KIND, "veth");
    nlattr *data = nla_nest_start(message.get(), IFLA_INFO_DATA);
    nlattr *peer = nla_nest_start(message.get(), VETH_INFO_PEER);
    if (information == nullptr || data == nullptr || peer == nullptr) {
        return failure("sendto"_L1, outside, ENOMEM);
    }
    ifinfomsg header{};
    nlmsg_append(message.get(), &header, sizeof header, NLMSG_ALIGNTO);
    putName(message.get(), inside);
    nla_put_u32(message.get(), IFLA_NET_NS_FD, static_cast<std::uint32_t>(network));
    nla_nest_end(message.get(), peer);
    nla_nest_end(message.get(), data);
    nla_nest_end(message.get(), information);
    return tellKernel(message.get());
}

Result<void> removeLinks(std::uint32_t group)
{
    const NetlinkMessage message = linkRequest(RTM_DELLINK, 0);
    nla_put_u32(message.get(), IFLA_GROUP, group);
    return tellKernel(message.get());
}

} // namespace nsw
