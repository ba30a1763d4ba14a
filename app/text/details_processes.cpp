// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

#include <QHash>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString pidAt(const Process *process, std::int32_t level)
{
    const std::int32_t pid = process != nullptr ? process->pids.value(level, 0) : 0;
    return pid > 0 ? QString::number(pid) : u"–"_s;
}

/** Walks the processes of both sides as a tree, by the outermost PID. */
class ProcessTree
{
public:
    explicit ProcessTree(const Known &known)
        : m_outside(known.facet<ProcessesFacet>(Side::Outside))
        , m_inside(known.facet<ProcessesFacet>(Side::Inside))
        , m_users(known.facet<UsersFacet>(Side::Inside))
    {
        place(m_outside, m_outsideAt);
        place(m_inside, m_insideAt);
    }

    QList<DetailRow> rows() &&
    {
        for (const Process *process : std::as_const(m_order)) {
            const Process *parent = m_known.value(process->parent);
            (parent == nullptr || parent == process ? m_roots : m_children[process->parent])
                << process;
        }
        // Depth first, without recursion: a chain may be as long as there are processes.
        QList<std::pair<const Process *, int>> left;
        const auto push = [&](const QList<const Process *> &processes, int depth) {
            for (qsizetype i = processes.size(); i > 0; --i) {
                left.append({processes.at(i - 1), depth});
            }
        };
        push(m_roots, 0);
        while (!left.isEmpty()) {
            const auto [process, depth] = left.takeLast();
            m_rows << rowOf(*process, depth);
            push(m_children.value(process->pids.value(0)), depth + 1);
        }
        return std::move(m_rows);
    }

private:
    using Places = QHash<std::int32_t, const Process *>;

    void place(const ProcessesFacet *facet, Places &places)
    {
        for (const Process &process : orNone(facet != nullptr ? &facet->processes : nullptr)) {
            const std::int32_t pid = process.pids.value(0);
            if (!m_known.contains(pid)) {
                m_known.insert(pid, &process);
                m_order << &process;
            }
            places.insert(pid, &process);
        }
    }

    [[nodiscard]] Difference differenceOf(std::int32_t pid) const
    {
        if (m_inside == nullptr || m_outside == nullptr) {
            return Difference::Unknown;
        }
        if (!m_insideAt.contains(pid)) {
            return Difference::OnlyOutside;
        }
        return m_outsideAt.contains(pid) ? Difference::Same : Difference::OnlyInside;
    }

    [[nodiscard]] QString parentText(const Process &process) const
    {
        if (process.parent == 0) {
            return u"–"_s;
        }
        const Process *parent = m_known.value(process.parent);
        return parent != nullptr ? QString(QString::number(process.parent) + u' ' + parent->name)
                                 : QString::number(process.parent);
    }

    [[nodiscard]] DetailRow rowOf(const Process &process, int depth) const
    {
        const std::int32_t pid = process.pids.value(0);
        const Process *inside = m_insideAt.value(pid);
        const Difference difference = differenceOf(pid);
        const bool isMember = inside != nullptr && m_users != nullptr;
        return {.key = QString::number(pid),
                .cells
                = {process.command.isEmpty() ? process.name : process.command,
                   pidAt(m_outsideAt.value(pid), m_outside != nullptr ? m_outside->level : 0),
                   pidAt(inside, m_inside != nullptr ? m_inside->level : 0),
                   levelsText(process.pids),
                   parentText(process),
                   QString::number(process.uid),
                   isMember ? mappedInside(m_users->uidMap, process.uid) : u"–"_s,
                   stateText(process.state),
                   QString::number(process.threads)},
                .difference = difference,
                .depth = depth,
                .process = pid};
    }

    const ProcessesFacet *m_outside;
    const ProcessesFacet *m_inside;
    const UsersFacet *m_users;
    Places m_outsideAt;
    Places m_insideAt;
    Places m_known; ///< of either side
    QList<const Process *> m_order;
    QList<const Process *> m_roots;
    QHash<std::int32_t, QList<const Process *>> m_children;
    QList<DetailRow> m_rows;
};

DetailTable treeTable(const Known &known)
{
    return {
        .id = "process-tree"_L1,
        .title = translate("Details", "Tree"),
        .note
        = translate("Details",
                    "When a parent ends, its children are adopted by PID 1 of their namespace "
                    "or by a subreaper: they move in the tree, and their parent is marked."),
        .columns = {translate("Details", "Command"),
                    translate("Details", "PID outside"),
                    translate("Details", "PID inside"),
                    translate("Details", "PID at every level"),
                    translate("Details", "Parent"),
                    translate("Details", "User outside"),
                    translate("Details", "User inside"),
                    translate("Details", "State"),
                    translate("Details", "Threads")},
        .rows = ProcessTree(known).rows(),
        .told = Told::Place,
    };
}

QString noteOf(const ProcFacet *proc)
{
    if (proc == nullptr) {
        return translate("Details",
                         "Shows what is mounted on /proc inside, once there is an inside.");
    }
    if (!proc->isMounted) {
        return translate("Details", "Inside, no proc file system is mounted on /proc.");
    }
    return proc->isOwn
        ? translate("Details", "The /proc inside shows the container's own PID namespace.")
        : translate("Details",
                    "The /proc inside is somebody else's: it shows the PID namespace of whoever "
                    "mounted it. ps inside shows these, until proc is mounted anew.");
}

DetailTable procTable(const Known &known)
{
    const auto *proc = known.facet<ProcFacet>(Side::Inside);
    DetailTable table{
        .id = "own-proc"_L1,
        .title = translate("Details", "Inside's own /proc"),
        .note = noteOf(proc),
        .columns = {translate("Details", "PID in it"), translate("Details", "Name")},
        .rows = {},
    };
    for (const ProcEntry &entry : orNone(proc != nullptr ? &proc->processes : nullptr)) {
        const QString pid = QString::number(entry.pid);
        table.rows << DetailRow{.key = pid, .cells = {pid, entry.name}};
    }
    return table;
}

} // namespace

QString stateText(const QString &letter)
{
    // proc_pid_stat(5)
    switch (letter.isEmpty() ? u'?' : letter.front().unicode()) {
    case u'R':
        return translate("Details", "R running");
    case u'S':
        return translate("Details", "S sleeping");
    case u'D':
        return translate("Details", "D waiting for a device");
    case u'Z':
        return translate("Details", "Z zombie");
    case u'T':
        return translate("Details", "T stopped");
    case u't':
        return translate("Details", "t traced");
    case u'I':
        return translate("Details", "I idle");
    default:
        return letter;
    }
}

QString levelsText(const QList<std::int32_t> &pids)
{
    QStringList texts;
    for (const std::int32_t pid : pids) {
        texts << QString::number(pid);
    }
    return texts.join(u" → "_s);
}

QList<DetailTable> processDetails(const Known &known)
{
    return {treeTable(known), threadsTable(known), procTable(known)};
}

} // namespace nsw
