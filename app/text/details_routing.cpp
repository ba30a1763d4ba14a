// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

#include <linux/rtnetlink.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** The number, with the name that it has everywhere. */
QString tableText(std::uint32_t table)
{
    switch (table) {
    case RT_TABLE_UNSPEC:
        return {};
    case RT_TABLE_DEFAULT:
        return u"253 default"_s;
    case RT_TABLE_MAIN:
        return u"254 main"_s;
    case RT_TABLE_LOCAL:
        return u"255 local"_s;
    default:
        return QString::number(table);
    }
}

QString orAll(const QString &selector)
{
    return selector.isEmpty() ? translate("Details", "all") : selector;
}

/** Rows of both sides out of a list of the facet; the same one may be there more than once. */
template<class T, class CellsOf>
void addRows(DetailTable &table, const Known &known, QList<T> RoutingFacet::*list, CellsOf cellsOf)
{
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<RoutingFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        QHash<QString, int> seen;
        for (const T &one : orNone(facet != nullptr ? &(facet->*list) : nullptr)) {
            const QStringList cells = cellsOf(one);
            const QString key = nameOf(side) + u':' + cells.join(u'\n');
            table.rows << DetailRow{.key = key + u'\n' + QString::number(seen[key]++),
                                    .cells = cells,
                                    .difference = difference};
        }
    }
}

} // namespace

DetailTable otherRoutesTable(const Known &known)
{
    DetailTable table{
        .id = "other-routes"_L1,
        .title = translate("Details", "Other routes"),
        .note
        = translate("Details",
                    "Of all tables but “main”. The kernel keeps “local” itself: the addresses "
                    "of the namespace and their broadcasts."),
        .columns = {translate("Details", "Destination"),
                    translate("Details", "Table"),
                    translate("Details", "Type"),
                    translate("Details", "Gateway"),
                    translate("Details", "Link"),
                    translate("Details", "Metric"),
                    translate("Details", "Family")},
        .rows = {},
        .told = Told::Place,
    };
    addRows(table, known, &RoutingFacet::routes, [](const Route &route) {
        return QStringList{route.destination,
                           tableText(route.table),
                           route.type,
                           route.gateway,
                           route.link,
                           QString::number(route.metric),
                           route.family};
    });
    return table;
}

DetailTable routingRulesTable(const Known &known)
{
    DetailTable table{
        .id = "routing-rules"_L1,
        .title = translate("Details", "Routing rules"),
        .note = translate("Details",
                          "Which table is asked for which packets, the lowest number first "
                          "(ip-rule(8)). Each network namespace has rules of its own."),
        .columns = {translate("Details", "Number"),
                    translate("Details", "From"),
                    translate("Details", "To"),
                    translate("Details", "Came in by"),
                    translate("Details", "Goes out by"),
                    translate("Details", "Mark"),
                    translate("Details", "What is done"),
                    translate("Details", "Table"),
                    translate("Details", "Family")},
        .rows = {},
        .told = Told::Place,
    };
    constexpr int kHexadecimal = 16;
    addRows(table, known, &RoutingFacet::rules, [](const RoutingRule &rule) {
        return QStringList{QString::number(rule.priority),
                           orAll(rule.source),
                           orAll(rule.destination),
                           rule.inputLink,
                           rule.outputLink,
                           rule.mark == 0 ? QString()
                                          : u"0x"_s + QString::number(rule.mark, kHexadecimal),
                           rule.action,
                           tableText(rule.table),
                           rule.family};
    });
    return table;
}

} // namespace nsw
