// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/units.h"
#include "app/text/words.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

const Link *peerIn(const NetworkFacet *facet, const Link &link)
{
    for (const Link &other : orNone(facet != nullptr ? &facet->links : nullptr)) {
        if (other.index == link.peerIndex && other.peerIndex == link.index && &other != &link) {
            return &other;
        }
    }
    return nullptr;
}

/** The other end of a veth, where one of the two sides has it. */
QString peerText(const Known &known, Side side, const Link &link)
{
    if (!link.peerIndex) {
        return {};
    }
    if (const Link *near = peerIn(known.facet<NetworkFacet>(side), link)) {
        return near->name;
    }
    const Side far = side == Side::Outside ? Side::Inside : Side::Outside;
    if (const Link *other = peerIn(known.facet<NetworkFacet>(far), link)) {
        return far == Side::Inside ? translate("Details", "%1, inside").arg(other->name)
                                   : translate("Details", "%1, outside").arg(other->name);
    }
    return translate("Details", "number %1, elsewhere").arg(*link.peerIndex);
}

const LinkCounters *countersOf(const TrafficFacet *traffic, std::int32_t index)
{
    for (const LinkCounters &one : orNone(traffic != nullptr ? &traffic->links : nullptr)) {
        if (one.index == index) {
            return &one;
        }
    }
    return nullptr;
}

QString upText(const Link &link)
{
    return link.flags.contains(u"UP"_s) ? translate("Details", "up") : translate("Details", "down");
}

DetailTable linksTable(const Known &known)
{
    DetailTable table{
        .id = "links"_L1,
        .title = translate("Details", "Links"),
        .note = {},
        .columns = {translate("Details", "Name"),
                    translate("Details", "Number"),
                    translate("Details", "Kind"),
                    translate("Details", "Set"),
                    translate("Details", "Operation"),
                    translate("Details", "MTU"),
                    translate("Details", "Hardware address"),
                    translate("Details", "Other end"),
                    translate("Details", "Received"),
                    translate("Details", "Sent"),
                    translate("Details", "Errors"),
                    translate("Details", "Dropped")},
        .rows = {},
        .told = Told::Place,
    };
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<NetworkFacet>(side);
        const auto *traffic = known.facet<TrafficFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        for (const Link &link : orNone(facet != nullptr ? &facet->links : nullptr)) {
            const LinkCounters *counters = countersOf(traffic, link.index);
            QStringList cells{link.name,
                              QString::number(link.index),
                              link.kind,
                              upText(link),
                              link.state,
                              QString::number(link.mtu),
                              link.address,
                              peerText(known, side, link)};
            if (counters != nullptr) {
                cells << words::bytes(counters->receivedBytes) << words::bytes(counters->sentBytes)
                      << QString::number(counters->receiveErrors + counters->sendErrors)
                      << QString::number(counters->receiveDropped + counters->sendDropped);
            } else {
                cells << QString() << QString() << QString() << QString();
            }
            table.rows << DetailRow{.key = nameOf(side) + u':' + QString::number(link.index),
                                    .cells = cells,
                                    .difference = difference};
        }
    }
    return table;
}

DetailTable addressesTable(const Known &known)
{
    DetailTable table{
        .id = "addresses"_L1,
        .title = translate("Details", "Addresses"),
        .note = {},
        .columns = {translate("Details", "Address"),
                    translate("Details", "Link"),
                    translate("Details", "Scope")},
        .rows = {},
        .told = Told::Place,
    };
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<NetworkFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        for (const InterfaceAddress &one : orNone(facet != nullptr ? &facet->addresses : nullptr)) {
            const QString text = one.address + u'/' + QString::number(one.prefixLength);
            table.rows << DetailRow{.key = nameOf(side) + u':' + QString::number(one.index) + u':'
                                        + text,
                                    .cells = {text, one.link, one.scope},
                                    .difference = difference};
        }
    }
    return table;
}

DetailTable routesTable(const Known &known)
{
    DetailTable table{
        .id = "routes"_L1,
        .title = translate("Details", "Routes"),
        .note = translate("Details", "Of the table “main”."),
        .columns = {translate("Details", "Destination"),
                    translate("Details", "Gateway"),
                    translate("Details", "Link"),
                    translate("Details", "Metric"),
                    translate("Details", "Type"),
                    translate("Details", "Family")},
        .rows = {},
        .told = Told::Place,
    };
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<NetworkFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        QHash<QString, int> seen; // a route may be there more than once
        for (const Route &route : orNone(facet != nullptr ? &facet->routes : nullptr)) {
            const QStringList cells{route.destination,
                                    route.gateway,
                                    route.link,
                                    QString::number(route.metric),
                                    route.type,
                                    route.family};
            const QString key = nameOf(side) + u':' + cells.join(u'\n');
            table.rows << DetailRow{.key = key + u'\n' + QString::number(seen[key]++),
                                    .cells = cells,
                                    .difference = difference};
        }
    }
    return table;
}

/** Which side can't be read, and why: only CAP_NET_ADMIN in a network namespace may read it. */
QString firewallNote(const Known &known)
{
    QStringList sentences{translate(
        "Details",
        "The nftables rules of each network namespace, as nft list ruleset has them. Reading them "
        "takes the capability CAP_NET_ADMIN there.")};
    for (const Side side : {Side::Outside, Side::Inside}) {
        if (const Error *error = known.error(side, FacetKind::Firewall)) {
            sentences << QString(words::sideName(side) + u": "_s + words::explain(*error));
        }
    }
    return sentences.join(u' ');
}

DetailTable firewallTable(const Known &known)
{
    DetailTable table{
        .id = "firewall"_L1,
        .title = translate("Details", "Firewall"),
        .note = firewallNote(known),
        .columns = {translate("Details", "Rule")},
        .rows = {},
        .told = Told::Place,
    };
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<FirewallFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        QStringList blocks; // in which the line stands
        QHash<QString, int> seen; // the same rule may be there twice
        for (const FirewallLine &line : orNone(facet != nullptr ? &facet->lines : nullptr)) {
            blocks.resize(line.depth);
            blocks << line.text;
            const QString place = nameOf(side) + u':' + blocks.join(u'\n');
            table.rows << DetailRow{.key = place + u'\n' + QString::number(seen[place]++),
                                    .cells = {line.text},
                                    .difference = difference,
                                    .depth = line.depth};
        }
    }
    return table;
}

} // namespace

QList<DetailTable> networkDetails(const Known &known)
{
    return {linksTable(known),
            addressesTable(known),
            routesTable(known),
            otherRoutesTable(known),
            routingRulesTable(known),
            socketsTable(known),
            unixSocketsTable(known),
            firewallTable(known)};
}

} // namespace nsw
