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

/** The identity of this namespace, when one of the sides is in it. */
const NamespaceIdentity *identityOf(const Known &known, const Key &key)
{
    for (const Side side : {Side::Outside, Side::Inside}) {
        const auto *facet = known.facet<NamespacesFacet>(side);
        if (facet != nullptr && key.second != 0 && inodeIn(facet, key.first) == key.second) {
            const std::optional<NamespaceIdentity> &identity = facet->of(key.first);
            return identity ? &*identity : nullptr;
        }
    }
    return nullptr;
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

template<class T>
QString numberText(const std::optional<T> &number)
{
    return number ? QString::number(*number) : QString();
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
                          "child namespace holds it. Enter leads to the first process."),
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
        table.rows << DetailRow{
            .key = nameOf(key.first) + u':' + QString::number(key.second),
            .cells = {words::kindName(key.first),
                      QString::number(key.second),
                      QString::number(one.processes),
                      keptBy(known, key, one),
                      identity != nullptr ? numberText(identity->owner) : QString(),
                      identity != nullptr ? numberText(identity->parent) : QString(),
                      identity != nullptr ? numberText(identity->ownerUid) : QString()},
            .difference = differenceOfPlace(known, key),
            .process = one.first != nullptr ? one.first->pids.value(0) : 0,
            .place = identity == nullptr ? std::optional(translate("Details", "elsewhere"))
                                         : std::nullopt};
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

/** What is used of a limit on one side, where it is of something that can be counted here. */
class InUse
{
public:
    InUse(const Known &known, Side side)
        : m_known(known)
        , m_side(side)
        , m_processes(known.facet<ProcessesFacet>(side))
    {
    }

    [[nodiscard]] QString of(const QString &file) const
    {
        if (m_processes == nullptr) {
            return {};
        }
        for (const NsKind kind : kAllKinds) {
            if (file == "user/"_L1 + infoOf(kind).limitFile) {
                return QString::number(namespacesOf(kind));
            }
        }
        if (file == "kernel/pid_max"_L1 || file == "kernel/threads-max"_L1) {
            return QString::number(threads());
        }
        return {};
    }

private:
    /** Inside, those of the outside that it is in are not its own. */
    [[nodiscard]] qsizetype namespacesOf(NsKind kind) const
    {
        QSet<std::uint64_t> inodes;
        for (const Process &process : m_processes->processes) {
            inodes << process.namespaces.value(static_cast<qsizetype>(kind), 0);
        }
        inodes.remove(0);
        if (m_side == Side::Inside) {
            inodes.remove(inodeIn(m_known.facet<NamespacesFacet>(Side::Outside), kind));
        }
        return inodes.size();
    }

    [[nodiscard]] std::int64_t threads() const
    {
        std::int64_t count = 0;
        for (const Process &process : m_processes->processes) {
            count += process.threads;
        }
        return count;
    }

    const Known &m_known;
    Side m_side;
    const ProcessesFacet *m_processes;
};

DetailTable limitsOfKinds(const Known &known)
{
    DetailTable table = limitsTable(known, "limits"_L1, [](const QString &name) {
        return name.startsWith("user/"_L1) || name.startsWith("kernel/pid"_L1)
            || name.startsWith("kernel/threads"_L1);
    });
    table.title = translate("Details", "Limits");
    table.note = translate("Details",
                           "Each user namespace has limits of its own, and those above it hold as "
                           "well. In use: namespaces that processes are in, of all users, and "
                           "threads; inside, those that the inside does not share.");
    table.columns << translate("Details", "In use outside")
                  << translate("Details", "In use inside");
    const InUse outside(known, Side::Outside);
    const InUse inside(known, Side::Inside);
    for (DetailRow &row : table.rows) {
        row.cells << outside.of(row.key) << inside.of(row.key);
    }
    return table;
}

} // namespace

DetailTable
limitsTable(const Known &known, QLatin1StringView id, bool (*wanted)(const QString &name))
{
    DetailTable table{
        .id = id,
        .title = translate("Details", "Limits"),
        .note = {},
        .columns = {translate("Details", "File below /proc/sys"),
                    translate("Details", "Outside"),
                    translate("Details", "Inside")},
        .rows = {},
        .told = Told::Values,
    };
    const auto *outside = known.facet<LimitsFacet>(Side::Outside);
    const auto *inside = known.facet<LimitsFacet>(Side::Inside);
    QHash<QString, qsizetype> places;
    const auto put = [&](const LimitsFacet *facet, qsizetype column) {
        for (const Limit &limit : orNone(facet != nullptr ? &facet->limits : nullptr)) {
            if (!wanted(limit.name)) {
                continue;
            }
            qsizetype place = places.value(limit.name, -1);
            if (place < 0) {
                place = table.rows.size();
                places.insert(limit.name, place);
                table.rows << DetailRow{.key = limit.name, .cells = {limit.name, {}, {}}};
            }
            table.rows[place].cells[column] = limit.value;
        }
    };
    put(outside, 1);
    put(inside, 2);
    for (DetailRow &row : table.rows) {
        if (outside != nullptr && inside != nullptr) {
            row.difference
                = row.cells.at(1) == row.cells.at(2) ? Difference::Same : Difference::Different;
        }
    }
    return table;
}

QList<DetailTable> namespaceDetails(const Known &known)
{
    return {inUseTable(known), listingTable(known), limitsOfKinds(known)};
}

} // namespace nsw
