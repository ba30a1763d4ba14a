// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/rtaddress.h"

#include "core/kernel/failure.h"
#include "core/kernel/netlink.h"

#include <array>

#include <arpa/inet.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netlink/attr.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct BinaryAddress {
    int family = AF_UNSPEC;
    std::array<unsigned char, sizeof(in6_addr)> bytes{};

    [[nodiscard]] int size() const
    {
        return family == AF_INET ? static_cast<int>(sizeof(in_addr))
                                 : static_cast<int>(sizeof(in6_addr));
    }
};

std::optional<BinaryAddress> parseAddress(const QString &text)
{
    BinaryAddress address;
    for (const int family : {AF_INET, AF_INET6}) {
        if (::inet_pton(family, text.toUtf8().constData(), address.bytes.data()) == 1) {
            address.family = family;
            return address;
        }
    }
    return std::nullopt;
}

} // namespace

Result<void> addAddress(const QString &link, const QString &address, std::int32_t prefixLength)
{
    const unsigned index = ::if_nametoindex(link.toUtf8().constData());
    if (index == 0) {
        return failure("if_nametoindex"_L1, link);
    }
    const auto binary = parseAddress(address);
    if (!binary) {
        return failure("inet_pton"_L1, address, EINVAL);
    }
    constexpr unsigned char kLoopbackNet = 127;
    const bool isLoopback = binary->family == AF_INET && binary->bytes.front() == kLoopbackNet;
    ifaddrmsg header{};
    header.ifa_family = static_cast<unsigned char>(binary->family);
    header.ifa_prefixlen = static_cast<unsigned char>(prefixLength);
    header.ifa_scope = isLoopback ? RT_SCOPE_HOST : RT_SCOPE_UNIVERSE;
    header.ifa_index = index;
    const NetlinkMessage message(
        nlmsg_alloc_simple(RTM_NEWADDR, NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL));
    nlmsg_append(message.get(), &header, sizeof header, NLMSG_ALIGNTO);
    nla_put(message.get(), IFA_LOCAL, binary->size(), binary->bytes.data());
    nla_put(message.get(), IFA_ADDRESS, binary->size(), binary->bytes.data());
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    // The kernel acknowledges, which ends the answer as the end of a dump would.
    return socket ? socket->dump(message.get(), [](const nlmsghdr *) { })
                  : std::unexpected(socket.error());
}

} // namespace nsw
