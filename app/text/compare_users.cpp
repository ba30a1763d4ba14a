// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_users.h"

#include "app/text/translate.h"

#include <QSet>

#include <limits>

#include <linux/capability.h>

namespace nsw
{

namespace
{

// As many as the kernel headers knew at build time; a newer kernel may have more.
constexpr qsizetype kAllCapabilities = CAP_LAST_CAP + 1;

// Up to so many missing ones are named rather than those that are there.
constexpr qsizetype kFewMissing = 8;

/** Every capability that is named anywhere on either side. */
QStringList namedAnywhere(const Sides<UsersFacet> &sides)
{
    QSet<QString> names;
    for (const UsersFacet *facet : {sides.outside, sides.inside}) {
        if (facet != nullptr) {
            const CapabilitySets &sets = facet->capabilities;
            const QStringList all = sets.effective + sets.permitted + sets.bounding;
            names.unite(QSet<QString>(all.cbegin(), all.cend()));
        }
    }
    QStringList sorted = names.values();
    sorted.sort();
    return sorted;
}

QString capabilities(const QStringList &names, const QStringList &known)
{
    if (names.size() >= kAllCapabilities) {
        return translate("Compare", "all %1").arg(names.size());
    }
    QStringList missing = known;
    missing.removeIf([&](const QString &name) { return names.contains(name); });
    return known.size() >= kAllCapabilities && missing.size() <= kFewMissing
        ? translate("Compare", "all but %1").arg(joined(missing))
        : joined(names);
}

constexpr std::uint32_t kEveryId = std::numeric_limits<std::uint32_t>::max();

QString ids(const IdSet &set)
{
    if (set.real == set.effective && set.real == set.saved && set.real == set.filesystem) {
        return QString::number(set.effective);
    }
    return translate("Compare", "real %1, effective %2, saved %3, file system %4")
        .arg(set.real)
        .arg(set.effective)
        .arg(set.saved)
        .arg(set.filesystem);
}

QString mapLine(const MappedRange &range)
{
    if (range.count == kEveryId && range.inside == range.outside) {
        return translate("Compare", "every ID is itself");
    }
    if (range.count == 1) {
        return translate("Compare", "%1 inside is %2 outside").arg(range.inside).arg(range.outside);
    }
    const auto span = [&](std::uint32_t first) {
        return QString::number(first) + u'–' + QString::number(quint64{first} + range.count - 1);
    };
    return translate("Compare", "%1 inside are %2 outside")
        .arg(span(range.inside), span(range.outside));
}

QString map(const QList<MappedRange> &ranges)
{
    QStringList lines;
    for (const MappedRange &range : ranges) {
        lines << mapLine(range);
    }
    return joined(lines);
}

QString groups(const UsersFacet &facet)
{
    QStringList numbers;
    for (const std::uint32_t group : facet.groups) {
        numbers << QString::number(group);
    }
    return joined(numbers);
}

} // namespace

void compareUsers(const Sides<UsersFacet> &sides, Rows &rows)
{
    const QStringList known = namedAnywhere(sides);
    const auto add = [&](const QString &label, auto part) {
        rows.add(label, sides.each(part));
    };
    const auto addCapabilities = [&](const QString &label, QStringList CapabilitySets::*set) {
        add(label, [&, set](const UsersFacet &facet) {
            return capabilities(facet.capabilities.*set, known);
        });
    };
    add(translate("Compare", "User ID"), [](const UsersFacet &facet) { return ids(facet.uid); });
    add(translate("Compare", "Group ID"), [](const UsersFacet &facet) { return ids(facet.gid); });
    add(translate("Compare", "Supplementary groups"), groups);
    add(translate("Compare", "User map"),
        [](const UsersFacet &facet) { return map(facet.uidMap); });
    add(translate("Compare", "Group map"),
        [](const UsersFacet &facet) { return map(facet.gidMap); });
    add(translate("Compare", "setgroups()"),
        [](const UsersFacet &facet) { return facet.setgroups; });
    addCapabilities(translate("Compare", "Effective capabilities"), &CapabilitySets::effective);
    addCapabilities(translate("Compare", "Permitted capabilities"), &CapabilitySets::permitted);
    addCapabilities(translate("Compare", "Inheritable capabilities"), &CapabilitySets::inheritable);
    addCapabilities(translate("Compare", "Bounding set"), &CapabilitySets::bounding);
    addCapabilities(translate("Compare", "Ambient capabilities"), &CapabilitySets::ambient);
    add(translate("Compare", "No new privileges"), [](const UsersFacet &facet) {
        return facet.noNewPrivs ? translate("Compare", "yes") : translate("Compare", "no");
    });
    add(translate("Compare", "Secure bits, on entering"),
        [](const UsersFacet &facet) { return joined(facet.secureBits); });
}

} // namespace nsw
