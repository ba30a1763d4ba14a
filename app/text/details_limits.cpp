// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

#include <QHash>
#include <QSet>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

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

DetailTable namespaceLimitsTable(const Known &known)
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

} // namespace nsw
