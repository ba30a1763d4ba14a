// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/words.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kKinds = static_cast<int>(kAllKinds.size());

/** A namespace that processes are in. */
struct Inhabited {
    int processes = 0;
    const Process *first = nullptr; ///< the one with the lowest PID
};
using Key = std::pair<NsKind, std::uint64_t>;

/** All processes that either side knows of, each once. */
QList<const Process *> allProcesses(const Known &known)
{
    QList<const Process *> all;
    QSet<std::int32_t> seen;
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<ProcessesFacet>(side);
        if (facet == nullptr) {
            continue;
        }
        for (const Process &process : facet->processes) {
            if (!seen.contains(process.pids.value(0))) {
                seen << process.pids.value(0);
                all << &process;
            }
        }
    }
    return all;
}

std::map<Key, Inhabited> inhabited(const Known &known)
{
    std::map<Key, Inhabited> found;
    const QList<const Process *> processes = allProcesses(known);
    for (const Process *process : processes) {
        for (int i = 0; i < std::min<int>(kKinds, static_cast<int>(process->namespaces.size()));
             ++i) {
            const std::uint64_t inode = process->namespaces.at(i);
            if (inode == 0) {
                continue;
            }
            Inhabited &one = found[{kAllKinds.at(static_cast<std::size_t>(i)), inode}];
            ++one.processes;
            if (one.first == nullptr || process->pids.value(0) < one.first->pids.value(0)) {
                one.first = process;
            }
        }
    }
    return found;
}

/** The identity of this namespace: as one of the sides knows it that is in it, or as it is told of
 * all that processes are in. */
const NamespaceIdentity *identityOf(const Known &known, const Key &key)
{
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<NamespacesFacet>(side);
        if (facet != nullptr && key.second != 0 && inodeIn(facet, key.first) == key.second) {
            const std::optional<NamespaceIdentity> &identity = facet->of(key.first);
            return identity ? &*identity : nullptr;
        }
    }
    const auto *relations = known.facet<RelationsFacet>(Side::Outside);
    if (relations == nullptr) {
        return nullptr;
    }
    const auto keyOf = [](const RelatedNamespace &one) {
        return Key(one.kind, one.identity.inode);
    };
    const auto found = std::ranges::lower_bound(relations->namespaces, key, {}, keyOf);
    return found != relations->namespaces.cend() && keyOf(*found) == key ? &found->identity
                                                                         : nullptr;
}

bool isOf(const Known &known, Side side, const Key &key)
{
    return key.second != 0 && inodeIn(known.facet<NamespacesFacet>(side), key.first) == key.second;
}

/** The outside's alone only once there is another side. */
Difference differenceOfPlace(const Known &known, const Key &key)
{
    const bool outside = isOf(known, Side::Outside, key);
    if (isOf(known, Side::Inside, key)) {
        return outside ? Difference::Same : Difference::OnlyInside;
    }
    return outside && known.facet<NamespacesFacet>(Side::Inside) != nullptr
        ? Difference::OnlyOutside
        : Difference::Unknown;
}

/** A dash where the kernel does not tell what there is. */
template<class T>
QString numberText(const std::optional<T> &number)
{
    return number ? QString::number(*number) : u"–"_s;
}

/** Owner, parent and owner's user; empty where the kind has none. */
QStringList relationCells(NsKind kind, const NamespaceIdentity *identity)
{
    if (identity == nullptr) {
        return {u"–"_s, {}, {}};
    }
    const bool hasParent = kind == NsKind::User || kind == NsKind::Pid;
    return {numberText(identity->owner),
            hasParent ? numberText(identity->parent) : QString(),
            kind == NsKind::User ? numberText(identity->ownerUid) : QString()};
}

/** Where a namespace is mounted: nsfs names it as the root, "net:[4026532281]". */
void addPins(const Known &known, const Key &key, QStringList &keepers)
{
    const QString root = infoOf(key.first).procName + ":["_L1 + QString::number(key.second) + u']';
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<MountsFacet>(side);
        for (const MountPoint &mount : orNone(facet != nullptr ? &facet->mounts : nullptr)) {
            if (mount.filesystem == "nsfs"_L1 && mount.root == root) {
                keepers << translate("Details", "mounted on %1").arg(mount.target);
            }
        }
    }
}

/** A user or PID namespace stays as long as its children do, and a user namespace as long as
 * those that it owns. */
void addDependents(const Known &known, const Key &key, QStringList &keepers)
{
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<NamespacesFacet>(side);
        for (const NsKind kind : kAllKinds) {
            const NamespaceIdentity *one = identityOf(known, {kind, inodeIn(facet, kind)});
            if (one == nullptr) {
                continue;
            }
            const bool owns = key.first == NsKind::User && one->owner == key.second;
            const bool isParent = key.first == kind && one->parent == key.second;
            if (owns || isParent) {
                const QString number = QString::number(one->inode);
                keepers << (isParent ? translate("Details", "parent of %1").arg(number)
                                     : translate("Details", "owner of %1").arg(number));
            }
        }
    }
    keepers.removeDuplicates();
}

/** All that is known to keep it alive. */
QString keptBy(const Known &known, const Key &key, const Inhabited &one)
{
    QStringList keepers;
    if (one.first != nullptr) {
        const QString first = QString::number(one.first->pids.value(0)) + u' ' + one.first->name;
        const int others = one.processes - 1;
        keepers << (others == 0
                        ? first
                        : translate("Details", "%1 and %n more", nullptr, others).arg(first));
    }
    addPins(known, key, keepers);
    addDependents(known, key, keepers);
    return keepers.join(u"; "_s);
}

DetailTable inUseTable(const Known &known)
{
    DetailTable table{
        .id = "namespaces-in-use"_L1,
        .title = translate("Details", "In use"),
        .note = translate("Details",
                          "Namespaces that processes are in, as far as their /proc can be read. A "
                          "namespace lives while a process is in it, or a mount, an open file or a "
                          "child namespace holds it. Enter leads to the first process. “–”: what "
                          "stands above the user namespace of whoever looks is not told (EPERM)."),
        .columns = {translate("Details", "Kind"),
                    translate("Details", "Number"),
                    translate("Details", "Processes"),
                    translate("Details", "Kept by"),
                    translate("Details", "Owner"),
                    translate("Details", "Parent"),
                    translate("Details", "Owner's user")},
        .rows = {},
        .told = Told::Place,
        .nameColumns = 2,
    };
    const auto found = inhabited(known);
    for (const auto &[key, one] : found) {
        const NamespaceIdentity *identity = identityOf(known, key);
        const bool isElsewhere
            = !isOf(known, Side::Outside, key) && !isOf(known, Side::Inside, key);
        table.rows << DetailRow{
            .key = nameOf(key.first) + u':' + QString::number(key.second),
            .cells = QStringList{words::kindName(key.first),
                                 QString::number(key.second),
                                 QString::number(one.processes),
                                 keptBy(known, key, one)}
                + relationCells(key.first, identity),
            .difference = differenceOfPlace(known, key),
            .process = one.first != nullptr ? one.first->pids.value(0) : 0,
            .place = isElsewhere ? std::optional(translate("Details", "elsewhere")) : std::nullopt};
    }
    return table;
}

QString inodeText(std::uint64_t inode, bool isOutside)
{
    if (inode == 0) {
        return u"?"_s;
    }
    return isOutside ? u"="_s : QString::number(inode);
}

/** The listing of /proc/PID/ns for every process; "=" where it is the outside's own. */
DetailTable listingTable(const Known &known)
{
    DetailTable table{
        .id = "namespaces-of-processes"_L1,
        .title = translate("Details", "Of each process"),
        .note
        = translate("Details",
                    "The numbers in /proc/PID/ns. “=” stands for the namespace of the outside. "
                    "Mark two rows to compare two processes."),
        .columns = {translate("Details", "PID"), translate("Details", "Name")},
        .rows = {},
        .comparedFrom = 2,
        .told = Told::Place,
        .nameColumns = 2,
    };
    for (const NsKind kind : kAllKinds) {
        table.columns << words::kindName(kind);
    }
    const auto *outside = known.facet<NamespacesFacet>(Side::Outside);
    const QList<const Process *> processes = allProcesses(known);
    for (const Process *process : processes) {
        if (process->namespaces.isEmpty()) {
            continue;
        }
        QStringList cells{QString::number(process->pids.value(0)), process->name};
        bool isInside = false; // in a namespace that only the inside has
        for (int i = 0; i < kKinds; ++i) {
            const std::uint64_t inode = process->namespaces.value(i);
            const auto kind = kAllKinds.at(static_cast<std::size_t>(i));
            const bool same = inodeIn(outside, kind) == inode;
            isInside = isInside || (!same && isOf(known, Side::Inside, {kind, inode}));
            cells << inodeText(inode, same);
        }
        table.rows << DetailRow{.key = QString::number(process->pids.value(0)),
                                .cells = cells,
                                .difference = isInside ? Difference::OnlyInside : Difference::Same,
                                .process = process->pids.value(0),
                                .place = isInside ? translate("Details", "inside")
                                                  : translate("Details", "outside")};
    }
    return table;
}

} // namespace

QList<DetailTable> namespaceDetails(const Known &known)
{
    return {inUseTable(known), listingTable(known), namespaceLimitsTable(known)};
}

} // namespace nsw
