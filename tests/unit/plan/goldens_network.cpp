// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr const char *kExampleCable
    = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}},
    "network": {"new": {"veth": {"peer": "nsw-a", "address": "192.0.2.2/24",
                                 "peerAddress": "192.0.2.1/24"}}}}})";

constexpr const char *kOthersNetwork = R"({"namespaces": {"network": {"new": {"loopback": false,
    "veth": {"name": "uplink", "peer": "va", "peerAddress": "10.1.2.3/24"}}}}})";

void onNetwork(HostFacts &facts)
{
    facts.network = OutsideNetwork{
        .links = {u"lo"_s, u"eth0"_s},
        .networks = {u"127.0.0.1/8"_s, u"::1/128"_s, u"10.1.0.0/16"_s, u"192.0.2.9/32"_s},
        .hasIpv6 = true};
}

void rootsNetwork(HostFacts &facts)
{
    asRoot(facts);
    facts.netAdmin = true;
    facts.network = OutsideNetwork{};
}

void assisted(HostFacts &facts)
{
    asUser(facts);
    facts.onBehalf = true;
    facts.netAdmin = true;
    facts.network = OutsideNetwork{.links = {}, .networks = {}, .hasIpv6 = true};
}

} // namespace

QList<Golden> goldensOfNetwork()
{
    return {
        {.name = "a cable takes the helper",
         .container = kExampleCable,
         .machine = asUser,
         .plan = R"(
session.assisted
note veth-needs-administrator containers[0].namespaces.network.new.veth nsw-a
outside clone3 network,user
outside write setgroups deny
outside sendto nsw-a eth0
outside pwrite64 /proc/sys/net/ipv6/conf/nsw-a/accept_ra 0
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/rp_filter 1
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/forwarding 0
outside sendmsg nsw-a 192.0.2.1/24
outside ioctl nsw-a
inside sendmsg eth0 192.0.2.2/24
inside ioctl eth0
inside ioctl lo
)"},
        {.name = "a cable in an assisted session",
         .container = kExampleCable,
         .machine = assisted,
         .plan = R"(
outside clone3 network,user
outside write setgroups deny
outside sendto nsw-a eth0
outside pwrite64 /proc/sys/net/ipv6/conf/nsw-a/accept_ra 0
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/rp_filter 1
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/forwarding 0
outside sendmsg nsw-a 192.0.2.1/24
outside ioctl nsw-a
inside sendmsg eth0 192.0.2.2/24
inside ioctl eth0
inside ioctl lo
)"},
        {.name = "a cable without a user namespace is root's",
         .container = R"({"namespaces": {"network": {"new": {"veth": {"peer": "nsw-a"}}}}})",
         .machine = asUser,
         .plan = R"(
session.root
note needs-administrator containers[0].namespaces network
note veth-needs-administrator containers[0].namespaces.network.new.veth nsw-a
outside clone3 network
outside sendto nsw-a eth0
outside pwrite64 /proc/sys/net/ipv6/conf/nsw-a/accept_ra 0
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/rp_filter 1
outside pwrite64 /proc/sys/net/ipv4/conf/nsw-a/forwarding 0
outside ioctl nsw-a
inside ioctl eth0
inside ioctl lo
)"},
        {.name = "root's own cable, where there is no IPv6",
         .container = kOthersNetwork,
         .machine = rootsNetwork,
         .plan = R"(
outside clone3 network
outside sendto va uplink
outside pwrite64 /proc/sys/net/ipv4/conf/va/rp_filter 1
outside pwrite64 /proc/sys/net/ipv4/conf/va/forwarding 0
outside sendmsg va 10.1.2.3/24
outside ioctl va
inside ioctl uplink
)"},
        {.name = "the machine's network is not known",
         .container = R"({"namespaces": {"network": {"new": {"veth": {"peer": "va"}}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.netAdmin = true;
             },
         .plan = "\nerror unreadable containers[0].namespaces.network.new.veth rtnetlink(7) → "
                 "RTM_GETLINK, RTM_GETADDR, RTM_GETROUTE\n"},
        {.name = "names and networks of others, on behalf of somebody",
         .container = kOthersNetwork,
         .machine =
             [](HostFacts &facts) {
                 rootsNetwork(facts);
                 facts.onBehalf = true;
             },
         .plan = R"(
error bad-link-name containers[0].namespaces.network.new.veth.peer va → nsw-…
error network-not-reserved containers[0].namespaces.network.new.veth.peerAddress 10.1.2.3/24 → 198.18.0.0/15, 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32
)"},
        {.name = "a network that the machine has",
         .container = kOthersNetwork,
         .machine =
             [](HostFacts &facts) {
                 rootsNetwork(facts);
                 onNetwork(facts);
             },
         .plan = "\nerror network-in-use containers[0].namespaces.network.new.veth.peerAddress "
                 "10.1.2.3/24 → 10.1.0.0/16\n"},
        {.name = "an address within",
         .container = kExampleCable,
         .machine =
             [](HostFacts &facts) {
                 assisted(facts);
                 onNetwork(facts);
             },
         .plan = "\nerror network-in-use containers[0].namespaces.network.new.veth.peerAddress "
                 "192.0.2.1/24 → 192.0.2.9/32\n"},
        {.name = "a link that there is",
         .container = R"({"namespaces": {"network": {"new": {"veth": {"peer": "eth0"}}}}})",
         .machine =
             [](HostFacts &facts) {
                 rootsNetwork(facts);
                 onNetwork(facts);
             },
         .plan = "\nerror link-exists containers[0].namespaces.network.new.veth.peer eth0\n"},
        {.name = "what is no name and no address",
         .container = R"({"namespaces": {"network": {"new": {"veth": {"name": "lo",
            "peer": "all", "address": "192.0.2.2", "peerAddress": "2001:db8::1/129"}}}}})",
         .machine = rootsNetwork,
         .plan = R"(
error link-exists containers[0].namespaces.network.new.veth.name lo
error bad-link-name containers[0].namespaces.network.new.veth.peer all → 1 … 15 × a-z 0-9 . _ -
error bad-address containers[0].namespaces.network.new.veth.address 192.0.2.2 → 192.0.2.2/24, 2001:db8::2/64
error bad-address containers[0].namespaces.network.new.veth.peerAddress 2001:db8::1/129 → 192.0.2.2/24, 2001:db8::2/64
)"},
    };
}
