// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/network.h"

#include "core/plan/ipnetwork.h"

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr qsizetype kMaxLinkBytes = 15; // IFNAMSIZ without its null
constexpr auto kPrefixOnBehalf = "nsw-"_L1;

/** Reserved for measurements (RFC 2544) and examples (RFC 5737, RFC 3849): nobody is there. */
constexpr std::array kReserved{"198.18.0.0/15"_L1,
                               "192.0.2.0/24"_L1,
                               "198.51.100.0/24"_L1,
                               "203.0.113.0/24"_L1,
                               "2001:db8::/32"_L1};

void checkCableAddress(const std::optional<QString> &address, const Checker &checker)
{
    const auto network = address ? parseNetwork(*address) : std::nullopt;
    if (address && (!network || network->prefixLength == 0)) {
        checker.error(FindingCode::BadAddress, *address, u"192.0.2.2/24, 2001:db8::2/64"_s);
    }
}

QString reservedNetworks()
{
    QStringList names;
    for (const QLatin1StringView one : kReserved) {
        names << QString(one);
    }
    return names.join(u", "_s);
}

bool isReserved(const IpNetwork &network)
{
    return std::ranges::any_of(kReserved, [&](QLatin1StringView one) {
        const auto reserved = parseNetwork(QString(one));
        return reserved && isWithin(network, *reserved);
    });
}

/** With rights that are somebody else's, now or when an administrator has agreed. */
void judgeOnBehalfOf(const Veth &veth, const Draft &draft, const Checker &checker)
{
    if (draft.facts.netAdmin && !draft.facts.onBehalf) {
        return;
    }
    if (!veth.peer.startsWith(kPrefixOnBehalf)) {
        checker.at("peer"_L1).error(FindingCode::BadLinkName, veth.peer, kPrefixOnBehalf + u"…"_s);
    }
    const QString address = veth.peerAddress.value_or(QString());
    const auto network = parseNetwork(address);
    if (network && !isReserved(*network)) {
        checker.at("peerAddress"_L1)
            .error(FindingCode::NetworkNotReserved, address, reservedNetworks());
    }
}

void judgeNeighbours(const Veth &veth, const OutsideNetwork &outside, const Checker &checker)
{
    if (outside.links.contains(veth.peer)) {
        checker.at("peer"_L1).error(FindingCode::LinkExists, veth.peer);
    }
    const QString address = veth.peerAddress.value_or(QString());
    const auto network = parseNetwork(address);
    for (const QString &other : outside.networks) {
        const auto known = parseNetwork(other);
        if (network && known && overlap(*network, *known)) {
            checker.at("peerAddress"_L1).error(FindingCode::NetworkInUse, address, other);
            return;
        }
    }
}

/**
 * What comes out of the cable is whatever is said inside: the machine takes no routers from there,
 * no senders but those of the cable's own network, and passes nothing on.
 */
void guard(const Veth &veth, Draft &draft)
{
    const auto set
        = [&](QLatin1StringView family, QLatin1StringView what, QLatin1StringView value) {
              draft.add(Actor::Outside,
                        op::NetworkSetting{
                            .path = u"/proc/sys/net/%1/conf/%2/%3"_s.arg(family, veth.peer, what),
                            .value = QString(value)});
          };
    if (!draft.facts.network || draft.facts.network->hasIpv6) {
        set("ipv6"_L1, "accept_ra"_L1, "0"_L1);
    }
    set("ipv4"_L1, "rp_filter"_L1, "1"_L1);
    set("ipv4"_L1, "forwarding"_L1, "0"_L1);
}

void setUpEnd(Actor actor, const QString &link, const std::optional<QString> &address, Draft &draft)
{
    if (address) {
        const qsizetype slash = address->indexOf(u'/');
        draft.add(actor,
                  op::NewAddress{.link = link,
                                 .address = address->first(slash),
                                 .prefixLength = address->sliced(slash + 1).toInt()});
    }
    draft.add(actor, op::LinkFlags{.link = link, .up = true});
}

} // namespace

void checkLinkName(const QString &link, const Checker &checker)
{
    // Below /proc/sys/net/ipv4/conf the last two are not links, but what holds for all.
    constexpr std::array kNoNames{"."_L1, ".."_L1, "all"_L1, "default"_L1};
    const bool isPlain = std::ranges::all_of(link, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
            || c == u'-';
    });
    if (link.isEmpty() || link.size() > kMaxLinkBytes || !isPlain
        || std::ranges::contains(kNoNames, link)) {
        checker.error(
            FindingCode::BadLinkName, link, u"1 … %1 × a-z 0-9 . _ -"_s.arg(kMaxLinkBytes));
    }
}

void checkNetwork(const NewNetwork &choice, const Checker &checker)
{
    if (!choice.veth) {
        return;
    }
    const Checker place = checker.at("veth"_L1);
    checkLinkName(choice.veth->name, place.at("name"_L1));
    if (choice.veth->name == "lo"_L1) {
        place.at("name"_L1).error(FindingCode::LinkExists, choice.veth->name);
    }
    checkLinkName(choice.veth->peer, place.at("peer"_L1));
    checkCableAddress(choice.veth->address, place.at("address"_L1));
    checkCableAddress(choice.veth->peerAddress, place.at("peerAddress"_L1));
}

void judgeNetwork(const NewNetwork &choice, Draft &draft)
{
    if (!choice.veth) {
        return;
    }
    const Checker place = draft.checkerOfNew(NsKind::Network).at("veth"_L1);
    judgeOnBehalfOf(*choice.veth, draft, place);
    if (draft.facts.network) {
        judgeNeighbours(*choice.veth, *draft.facts.network, place);
    } else if (draft.facts.netAdmin) {
        // Who is there is not known, and nobody is to be in the way of it.
        place.error(FindingCode::Unreadable,
                    u"rtnetlink(7)"_s,
                    u"RTM_GETLINK, RTM_GETADDR, RTM_GETROUTE"_s);
    }
    if (!draft.facts.netAdmin) {
        const bool isOwnUserNamespace = newOptions(draft.container.namespaces.user) != nullptr;
        draft.need(isOwnUserNamespace ? Privilege::Assisted : Privilege::Root,
                   place,
                   FindingCode::VethNeedsAdministrator,
                   choice.veth->peer);
    }
}

void setUpNetwork(const NewNetwork &choice, Draft &draft)
{
    if (const auto &veth = choice.veth) {
        draft.add(Actor::Outside, op::NewVeth{.outside = veth->peer, .inside = veth->name});
        guard(*veth, draft);
        setUpEnd(Actor::Outside, veth->peer, veth->peerAddress, draft);
        setUpEnd(Actor::Inside, veth->name, veth->address, draft);
    }
    if (choice.loopback) {
        draft.add(Actor::Inside, op::LinkFlags{.link = u"lo"_s, .up = true});
    }
}

} // namespace nsw
