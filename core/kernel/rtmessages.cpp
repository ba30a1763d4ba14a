// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/rtmessages.h"

#include "core/kernel/attributes.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <linux/if_arp.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
// After <arpa/inet.h>, whose interface flags they would define a second time.
#include <linux/if.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** The hardware address of a tunnel is its end: an address of the network that carries it. */
QString hardwareAddress(unsigned short device, const nlattr *attribute)
{
    if (attribute == nullptr) {
        return {};
    }
    const QByteArrayView bytes = bytesOf(attribute);
    switch (device) {
    case ARPHRD_TUNNEL:
    case ARPHRD_SIT:
    case ARPHRD_IPGRE:
        return addressText(AF_INET, bytes);
    case ARPHRD_TUNNEL6:
    case ARPHRD_IP6GRE:
        return addressText(AF_INET6, bytes);
    default:
        return QString::fromLatin1(bytes.toByteArray().toHex(':'));
    }
}

QString operationalState(const nlattr *attribute)
{
    static const std::array kStates{u"unknown"_s,
                                    u"notpresent"_s,
                                    u"down"_s,
                                    u"lowerlayerdown"_s,
                                    u"testing"_s,
                                    u"dormant"_s,
                                    u"up"_s}; // IF_OPER_*
    const std::size_t state
        = attribute != nullptr && nla_len(attribute) >= 1 ? nla_get_u8(attribute) : 0;
    return state < kStates.size() ? kStates.at(state) : QString::number(state);
}

QStringList flagNames(unsigned flags)
{
    static const auto kFlags = std::to_array<std::pair<int, QString>>({
        {IFF_UP, u"UP"_s},
        {IFF_BROADCAST, u"BROADCAST"_s},
        {IFF_DEBUG, u"DEBUG"_s},
        {IFF_LOOPBACK, u"LOOPBACK"_s},
        {IFF_POINTOPOINT, u"POINTOPOINT"_s},
        {IFF_NOTRAILERS, u"NOTRAILERS"_s},
        {IFF_RUNNING, u"RUNNING"_s},
        {IFF_NOARP, u"NOARP"_s},
        {IFF_PROMISC, u"PROMISC"_s},
        {IFF_ALLMULTI, u"ALLMULTI"_s},
        {IFF_MASTER, u"MASTER"_s},
        {IFF_SLAVE, u"SLAVE"_s},
        {IFF_MULTICAST, u"MULTICAST"_s},
        {IFF_PORTSEL, u"PORTSEL"_s},
        {IFF_AUTOMEDIA, u"AUTOMEDIA"_s},
        {IFF_DYNAMIC, u"DYNAMIC"_s},
        {IFF_LOWER_UP, u"LOWER_UP"_s},
        {IFF_DORMANT, u"DORMANT"_s},
        {IFF_ECHO, u"ECHO"_s},
    });
    constexpr qsizetype kUsual = 6;
    QStringList names;
    names.reserve(kUsual);
    for (const auto &[bit, name] : kFlags) {
        if ((flags & static_cast<unsigned>(bit)) != 0) {
            names << name;
        }
    }
    return names;
}

QString scopeName(unsigned char scope)
{
    switch (scope) {
    case RT_SCOPE_UNIVERSE:
        return u"global"_s;
    case RT_SCOPE_SITE:
        return u"site"_s;
    case RT_SCOPE_LINK:
        return u"link"_s;
    case RT_SCOPE_HOST:
        return u"host"_s;
    case RT_SCOPE_NOWHERE:
        return u"nowhere"_s;
    default:
        return QString::number(scope);
    }
}

QString routeType(unsigned char type)
{
    static const std::array kTypes{u"unspec"_s,
                                   u"unicast"_s,
                                   u"local"_s,
                                   u"broadcast"_s,
                                   u"anycast"_s,
                                   u"multicast"_s,
                                   u"blackhole"_s,
                                   u"unreachable"_s,
                                   u"prohibit"_s,
                                   u"throw"_s,
                                   u"nat"_s,
                                   u"xresolve"_s}; // RTN_*
    return type < kTypes.size() ? kTypes.at(type) : QString::number(type);
}

QString kindOfLink(nlattr *information)
{
    Attributes<IFLA_INFO_MAX + 1> attributes{};
    if (information == nullptr
        || nla_parse_nested(attributes.data(), IFLA_INFO_MAX, information, nullptr) < 0) {
        return {};
    }
    return stringOf(attributes[IFLA_INFO_KIND]);
}

/** RTA_GATEWAY, or RTA_VIA for a gateway of the other family. */
QString gatewayOf(unsigned char family, const nlattr *gateway, const nlattr *via)
{
    if (gateway != nullptr) {
        return addressText(family, bytesOf(gateway));
    }
    constexpr qsizetype kViaFamilyLength = 2;
    if (via == nullptr || nla_len(via) <= kViaFamilyLength) {
        return {};
    }
    std::uint16_t viaFamily = 0;
    std::memcpy(&viaFamily, nla_data(via), sizeof viaFamily);
    return addressText(static_cast<unsigned char>(viaFamily),
                       bytesOf(via).sliced(kViaFamilyLength));
}

/** RTNH_ALIGN(), which is not made for unsigned lengths. */
std::size_t aligned(std::size_t length)
{
    return (length + (RTNH_ALIGNTO - 1)) / RTNH_ALIGNTO * RTNH_ALIGNTO;
}

/** The hops of RTA_MULTIPATH, each a copy of `route` with its own link and gateway. */
QList<Route>
hopsOf(const Route &route, unsigned char family, nlattr *multipath, const LinkNames &names)
{
    QList<Route> hops;
    auto left = static_cast<std::size_t>(nla_len(multipath));
    auto *hop = static_cast<rtnexthop *>(nla_data(multipath));
    while (left >= sizeof(rtnexthop) && hop->rtnh_len >= sizeof(rtnexthop)
           && hop->rtnh_len <= left) {
        Attributes<RTA_MAX + 1> attributes{};
        nla_parse(attributes.data(),
                  RTA_MAX,
                  reinterpret_cast<nlattr *>(hop + 1),
                  static_cast<int>(hop->rtnh_len - sizeof(rtnexthop)),
                  nullptr);
        Route one = route;
        one.link = names.value(hop->rtnh_ifindex);
        one.gateway = gatewayOf(family, attributes[RTA_GATEWAY], attributes[RTA_VIA]);
        hops << one;
        const std::size_t step = std::min(aligned(hop->rtnh_len), left);
        left -= step;
        hop = reinterpret_cast<rtnexthop *>(reinterpret_cast<char *>(hop) + step);
    }
    return hops;
}

} // namespace

std::optional<Link> parseLink(const nlmsghdr *message)
{
    Attributes<IFLA_MAX + 1> attributes{};
    if (message->nlmsg_type != RTM_NEWLINK
        || !parseAttributes(message, sizeof(ifinfomsg), attributes)) {
        return std::nullopt;
    }
    const auto *header = static_cast<const ifinfomsg *>(nlmsg_data(message));
    Link link;
    link.index = header->ifi_index;
    link.name = stringOf(attributes[IFLA_IFNAME]);
    link.kind = kindOfLink(attributes[IFLA_LINKINFO]);
    link.state = operationalState(attributes[IFLA_OPERSTATE]);
    link.flags = flagNames(header->ifi_flags);
    link.mtu = numberOf(attributes[IFLA_MTU]);
    link.address = hardwareAddress(header->ifi_type, attributes[IFLA_ADDRESS]);
    if (link.kind == "veth"_L1 && attributes[IFLA_LINK] != nullptr) {
        link.peerIndex = static_cast<std::int32_t>(numberOf(attributes[IFLA_LINK]));
    }
    return link;
}

std::optional<LinkCounters> parseCounters(const nlmsghdr *message)
{
    Attributes<IFLA_MAX + 1> attributes{};
    if (message->nlmsg_type != RTM_NEWLINK
        || !parseAttributes(message, sizeof(ifinfomsg), attributes)
        || attributes[IFLA_STATS64] == nullptr) {
        return std::nullopt;
    }
    rtnl_link_stats64 statistics{}; // a newer kernel has more fields, an older one fewer
    std::memcpy(
        &statistics,
        nla_data(attributes[IFLA_STATS64]),
        std::min(sizeof statistics, static_cast<std::size_t>(nla_len(attributes[IFLA_STATS64]))));
    return LinkCounters{
        .index = static_cast<const ifinfomsg *>(nlmsg_data(message))->ifi_index,
        .link = stringOf(attributes[IFLA_IFNAME]),
        .receivedBytes = statistics.rx_bytes,
        .receivedPackets = statistics.rx_packets,
        .receiveErrors = statistics.rx_errors,
        .receiveDropped = statistics.rx_dropped,
        .sentBytes = statistics.tx_bytes,
        .sentPackets = statistics.tx_packets,
        .sendErrors = statistics.tx_errors,
        .sendDropped = statistics.tx_dropped,
    };
}

std::optional<InterfaceAddress> parseAddress(const nlmsghdr *message, const LinkNames &names)
{
    Attributes<IFA_MAX + 1> attributes{};
    if (message->nlmsg_type != RTM_NEWADDR
        || !parseAttributes(message, sizeof(ifaddrmsg), attributes)) {
        return std::nullopt;
    }
    const auto *header = static_cast<const ifaddrmsg *>(nlmsg_data(message));
    // On a point-to-point link IFA_ADDRESS is the other end, and IFA_LOCAL this one.
    const nlattr *local
        = attributes[IFA_LOCAL] != nullptr ? attributes[IFA_LOCAL] : attributes[IFA_ADDRESS];
    if ((header->ifa_family != AF_INET && header->ifa_family != AF_INET6) || local == nullptr) {
        return std::nullopt;
    }
    InterfaceAddress address;
    address.index = static_cast<std::int32_t>(header->ifa_index);
    address.link = names.value(address.index);
    address.family = nameOfFamily(header->ifa_family);
    address.address = addressText(header->ifa_family, bytesOf(local));
    address.prefixLength = header->ifa_prefixlen;
    address.scope = scopeName(header->ifa_scope);
    return address;
}

QList<Route> parseRoutes(const nlmsghdr *message, const LinkNames &names)
{
    Attributes<RTA_MAX + 1> attributes{};
    if (message->nlmsg_type != RTM_NEWROUTE
        || !parseAttributes(message, sizeof(rtmsg), attributes)) {
        return {};
    }
    const auto *header = static_cast<const rtmsg *>(nlmsg_data(message));
    const unsigned char family = header->rtm_family;
    if (family != AF_INET && family != AF_INET6) {
        return {};
    }
    Route route;
    route.family = nameOfFamily(family);
    route.destination = attributes[RTA_DST] == nullptr || header->rtm_dst_len == 0
        ? u"default"_s
        : QString(addressText(family, bytesOf(attributes[RTA_DST])) % u'/'
                  % QString::number(header->rtm_dst_len));
    route.table
        = attributes[RTA_TABLE] != nullptr ? numberOf(attributes[RTA_TABLE]) : header->rtm_table;
    route.metric = numberOf(attributes[RTA_PRIORITY]);
    route.type = routeType(header->rtm_type);
    if (attributes[RTA_MULTIPATH] != nullptr) {
        return hopsOf(route, family, attributes[RTA_MULTIPATH], names);
    }
    route.gateway = gatewayOf(family, attributes[RTA_GATEWAY], attributes[RTA_VIA]);
    route.link = names.value(static_cast<std::int32_t>(numberOf(attributes[RTA_OIF])));
    return {route};
}

} // namespace nsw
