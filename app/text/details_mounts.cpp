// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/mounttree.h"
#include "app/text/units.h"

#include <QSet>

#include <map>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** What makes a mount of one side the same as one of the other, whose numbers differ. */
QString likeness(const MountPoint &mount)
{
    return mount.target + u'\n' + mount.device + u'\n' + mount.root;
}

QSet<QString> likenessesOf(const MountsFacet *facet)
{
    QSet<QString> all;
    for (const MountPoint &mount : orNone(facet != nullptr ? &facet->mounts : nullptr)) {
        all << likeness(mount);
    }
    return all;
}

QString propagationText(const MountPoint &mount)
{
    return mount.propagation.isEmpty() ? translate("Details", "private")
                                       : mount.propagation.join(u", "_s);
}

using Spaces = QHash<std::int32_t, const MountSpace *>;

Spaces spacesOf(const SpaceFacet *facet)
{
    Spaces spaces;
    for (const MountSpace &one : orNone(facet != nullptr ? &facet->mounts : nullptr)) {
        spaces.insert(one.id, &one);
    }
    return spaces;
}

/** How full it is; where it was not looked at, the size that a tmpfs was given. */
QStringList sizeCells(const MountPoint &mount, const MountSpace *space)
{
    if (space != nullptr) {
        return {words::bytes(space->used), words::bytes(space->size)};
    }
    for (const QString &option : mount.superOptions) {
        if (option.startsWith("size="_L1)) {
            return {QString(), option.sliced(5)};
        }
    }
    return {QString(), QString()};
}

Difference differenceOfMount(Side side, bool isOtherKnown, bool isInOther)
{
    if (!isOtherKnown) {
        return Difference::Unknown;
    }
    if (isInOther) {
        return Difference::Same;
    }
    return side == Side::Inside ? Difference::OnlyInside : Difference::OnlyOutside;
}

DetailTable treeTable(const Known &known, Side side)
{
    const bool isInside = side == Side::Inside;
    DetailTable table{
        .id = isInside ? "mounts-inside"_L1 : "mounts-outside"_L1,
        .title
        = isInside ? translate("Details", "Tree inside") : translate("Details", "Tree outside"),
        .note = {},
        .columns = {translate("Details", "Mounted on"),
                    translate("Details", "Type"),
                    translate("Details", "Source"),
                    translate("Details", "Part of it"),
                    translate("Details", "Options"),
                    translate("Details", "Of the file system"),
                    translate("Details", "Propagation"),
                    translate("Details", "Hidden"),
                    translate("Details", "Used"),
                    translate("Details", "Size"),
                    translate("Details", "Number")},
        .rows = {},
        .told = Told::Place,
    };
    const auto *facet = known.facet<MountsFacet>(side);
    const auto *other = known.facet<MountsFacet>(isInside ? Side::Outside : Side::Inside);
    if (facet == nullptr) {
        return table;
    }
    const QSet<QString> others = likenessesOf(other);
    const Spaces spaces = spacesOf(known.facet<SpaceFacet>(side));
    const QList<MountNode> nodes = mountTree(facet->mounts);
    for (const MountNode &node : nodes) {
        const MountPoint &mount = *node.mount;
        const Difference difference
            = differenceOfMount(side, other != nullptr, others.contains(likeness(mount)));
        table.rows << DetailRow{
            .key = QString::number(mount.id),
            .cells = QStringList{mount.target,
                                 mount.filesystem,
                                 mount.source,
                                 mount.root,
                                 mount.options.join(u','),
                                 mount.superOptions.join(u','),
                                 propagationText(mount),
                                 node.isHidden ? translate("Details", "overmounted") : QString()}
                + sizeCells(mount, spaces.value(mount.id)) + QStringList{QString::number(mount.id)},
            .difference = difference,
            .depth = node.depth,
            .place = difference == Difference::Unknown && isInside
                ? std::optional(translate("Details", "inside"))
                : std::nullopt};
    }
    return table;
}

struct PeerGroup {
    QStringList outside;
    QStringList inside;
    QStringList slavesOutside;
    QStringList slavesInside;

    QStringList &of(Side side, bool isMaster)
    {
        if (side == Side::Outside) {
            return isMaster ? slavesOutside : outside;
        }
        return isMaster ? slavesInside : inside;
    }
};
using PeerGroups = std::map<int, PeerGroup>;

/** "shared:5" and "master:5" put a mount into group 5. */
void addToGroups(PeerGroups &groups, Side side, const MountPoint &mount)
{
    for (const QString &field : mount.propagation) {
        const int number = field.section(u':', 1).toInt();
        const bool isMaster = field.startsWith("master:"_L1);
        if (number != 0 && (isMaster || field.startsWith("shared:"_L1))) {
            groups[number].of(side, isMaster) << mount.target;
        }
    }
}

DetailTable peersTable(const Known &known)
{
    PeerGroups groups;
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<MountsFacet>(side);
        for (const MountPoint &mount : orNone(facet != nullptr ? &facet->mounts : nullptr)) {
            addToGroups(groups, side, mount);
        }
    }
    DetailTable table{
        .id = "peer-groups"_L1,
        .title = translate("Details", "Peer groups"),
        .note = translate("Details",
                          "A mount made below one peer appears below all of them, and below their "
                          "slaves; what is made below a slave stays there (mount_namespaces(7))."),
        .columns = {translate("Details", "Group"),
                    translate("Details", "Peers outside"),
                    translate("Details", "Peers inside"),
                    translate("Details", "Slaves outside"),
                    translate("Details", "Slaves inside")},
        .rows = {},
        .told = Told::Place,
    };
    for (const auto &[number, group] : groups) {
        const bool crosses = !group.outside.isEmpty()
            && (!group.inside.isEmpty() || !group.slavesInside.isEmpty());
        table.rows << DetailRow{.key = QString::number(number),
                                .cells = {QString::number(number),
                                          group.outside.join(u", "_s),
                                          group.inside.join(u", "_s),
                                          group.slavesOutside.join(u", "_s),
                                          group.slavesInside.join(u", "_s)},
                                .difference = crosses ? Difference::Different : Difference::Same,
                                .place = crosses ? translate("Details", "crosses over")
                                                 : translate("Details", "one side")};
    }
    return table;
}

} // namespace

QList<DetailTable> mountDetails(const Known &known)
{
    return {treeTable(known, Side::Inside), treeTable(known, Side::Outside), peersTable(known)};
}

} // namespace nsw
