// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/rows.h"

#include <QSet>

#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct NamedSet {
    const char *name;
    QStringList CapabilitySets::*set;
};
// capabilities(7), "Thread capability sets"
constexpr std::array kSets{
    NamedSet{.name = QT_TRANSLATE_NOOP("Details", "effective"), .set = &CapabilitySets::effective},
    NamedSet{.name = QT_TRANSLATE_NOOP("Details", "permitted"), .set = &CapabilitySets::permitted},
    NamedSet{.name = QT_TRANSLATE_NOOP("Details", "inheritable"),
             .set = &CapabilitySets::inheritable},
    NamedSet{.name = QT_TRANSLATE_NOOP("Details", "bounding"), .set = &CapabilitySets::bounding},
    NamedSet{.name = QT_TRANSLATE_NOOP("Details", "ambient"), .set = &CapabilitySets::ambient}};

/** Each capability that a side has in one of its sets, with the names of these sets. */
QHash<QString, QStringList> setsOf(const UsersFacet *facet)
{
    QHash<QString, QStringList> sets;
    if (facet == nullptr) {
        return sets;
    }
    for (const NamedSet &one : kSets) {
        for (const QString &name : facet->capabilities.*one.set) {
            sets[name] << translate("Details", one.name);
        }
    }
    return sets;
}

QString setsText(const QStringList &sets)
{
    return sets.isEmpty() ? u"–"_s : joined(sets);
}

DetailTable capabilitiesTable(const Known &known)
{
    const auto *outside = known.facet<UsersFacet>(Side::Outside);
    const auto *inside = known.facet<UsersFacet>(Side::Inside);
    const auto outer = setsOf(outside);
    const auto inner = setsOf(inside);
    DetailTable table{
        .id = "capabilities"_L1,
        .title = translate("Details", "Capabilities"),
        .note = translate("Details",
                          "The sets that have it. Inside a user namespace they hold for what this "
                          "namespace owns."),
        .columns = {translate("Details", "Capability"),
                    translate("Details", "Outside"),
                    translate("Details", "Inside")},
        .rows = {},
        .told = Told::Values,
    };
    QStringList names = outer.keys() + inner.keys();
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QString out = setsText(outer.value(name));
        const QString in = setsText(inner.value(name));
        table.rows << DetailRow{
            .key = name,
            .cells
            = {name, outside != nullptr ? out : QString(), inside != nullptr ? in : QString()},
            .difference = differenceOf(outside != nullptr && inside != nullptr, out == in)};
    }
    return table;
}

void addRanges(DetailTable &table, const QString &name, const QList<MappedRange> &map)
{
    const auto span = [](std::uint32_t first, std::uint32_t count) {
        const QString begin = QString::number(first);
        return count == 1 ? begin
                          : QString(begin + u'–' + QString::number(quint64{first} + count - 1));
    };
    for (const MappedRange &range : map) {
        table.rows << DetailRow{.key = name + u':' + QString::number(range.inside),
                                .cells = {name,
                                          span(range.inside, range.count),
                                          span(range.outside, range.count),
                                          QString::number(range.count)}};
    }
}

DetailTable mapsTable(const Known &known)
{
    DetailTable table{
        .id = "id-maps"_L1,
        .title = translate("Details", "ID maps"),
        .note = translate("Details",
                          "What the IDs inside are outside. An ID that no line maps shows as 65534 "
                          "on the other side."),
        .columns = {translate("Details", "Map"),
                    translate("Details", "Inside"),
                    translate("Details", "Outside"),
                    translate("Details", "Count")},
        .rows = {},
    };
    if (const auto *inside = known.facet<UsersFacet>(Side::Inside)) {
        addRanges(table, u"uid"_s, inside->uidMap);
        addRanges(table, u"gid"_s, inside->gidMap);
    }
    return table;
}

} // namespace

QList<DetailTable> userDetails(const Known &known)
{
    return {mapsTable(known), capabilitiesTable(known), filesTable(known)};
}

} // namespace nsw
