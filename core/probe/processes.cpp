// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/processes.h"

#include "core/kernel/status.h"
#include "core/probe/pidmembership.h"
#include "core/probe/reading.h"

#include <QSet>

#include <algorithm>

namespace nsw
{

namespace
{

// Long enough to recognise a command; the kernel would hand out megabytes.
constexpr qsizetype kCommandLimit = 4096;

bool isGone(const Error &error)
{
    return error.error == Errno{ENOENT} || error.error == Errno{ESRCH};
}

Result<ProcessStatus> statusAt(int proc, const QByteArray &pid)
{
    const QByteArray path = pid + "/status";
    const auto bytes = readProc(proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto status = parseStatus(*bytes);
    if (!status) {
        return std::unexpected(notUnderstood(path, QString::number(1)));
    }
    return *std::move(status);
}

/** The arguments with spaces between them; empty when they can't be read, as those of a zombie. */
QString commandAt(int proc, const QByteArray &pid)
{
    QByteArray command = readProc(proc, pid + "/cmdline", kCommandLimit).value_or(QByteArray());
    while (command.endsWith('\0')) {
        command.chop(1);
    }
    return QString::fromUtf8(command.replace('\0', ' '));
}

/** In the order of kAllKinds; empty when none can be read. */
QList<std::uint64_t> namespacesAt(int proc, const QByteArray &pid)
{
    QList<std::uint64_t> inodes;
    bool any = false;
    inodes.reserve(kAllKinds.size());
    for (const NsKind kind : kAllKinds) {
        const auto link = readLinkAt(proc, pid + "/ns/" + infoOf(kind).procName.data());
        inodes << (link ? namespaceInodeOf(*link) : 0);
        if (!link && !any && link.error().error == Errno{EACCES}) {
            break; // not ours to look at: it is the same for all of them
        }
        any = any || inodes.last() != 0;
    }
    return any ? inodes : QList<std::uint64_t>();
}

Process processOf(const ProcessStatus &status)
{
    Process process;
    process.pids = status.pids;
    process.parent = status.parent;
    process.name = status.name;
    process.state = status.state;
    process.uid = status.uid.effective;
    process.threads = status.threads;
    return process;
}

/** Nothing when the process is gone; what else is wrong with it goes to `diagnostics`. */
std::optional<Process> readProcess(int proc, std::int32_t pid, QList<Error> &diagnostics)
{
    const QByteArray entry = QByteArray::number(pid);
    const auto status = statusAt(proc, entry);
    if (!status) {
        if (!isGone(status.error())) {
            addOnce(diagnostics, status.error());
        }
        return std::nullopt;
    }
    Process process = processOf(*status);
    if (status->hasMemory) {
        process.command = commandAt(proc, entry);
    }
    process.namespaces = namespacesAt(proc, entry);
    return process;
}

/** Sorts the rows out, and sets aside those of which it can't be told whether they belong. */
class Membership
{
public:
    Membership(const Vantage &vantage, qsizetype level)
        : m_level(level)
        , m_membership(vantage)
    {
    }

    void add(const Process &process)
    {
        if (process.pids.size() <= m_level) {
            return; // not nested deep enough, whatever its namespace is
        }
        // In the outermost PID namespace that this /proc shows, everything is a member.
        switch (m_level == 0 ? Verdict::Member : m_membership.of(process.pids.first())) {
        case Verdict::Member:
            m_members << process;
            break;
        case Verdict::Unknown:
            m_undecided << process;
            break;
        case Verdict::Stranger:
            break;
        }
    }

    /** The members and those of the undecided that descend from one, or are the task itself. */
    QList<Process> decide(std::int32_t root) &&
    {
        QSet<std::int32_t> members{root};
        for (const Process &process : std::as_const(m_members)) {
            members << process.pids.first();
        }
        bool changed = !m_undecided.isEmpty();
        while (changed) {
            const auto belongs = [&](const Process &process) {
                return members.contains(process.pids.first()) || members.contains(process.parent);
            };
            const auto joining = std::ranges::stable_partition(m_undecided, std::not_fn(belongs));
            changed = !joining.empty();
            for (Process &process : joining) {
                members << process.pids.first();
                m_members << std::move(process);
            }
            m_undecided.erase(joining.begin(), joining.end());
        }
        std::ranges::sort(
            m_members, {}, [](const Process &process) { return process.pids.first(); });
        return std::move(m_members);
    }

private:
    using Verdict = PidMembership::Verdict;

    qsizetype m_level = 0;
    PidMembership m_membership;
    QList<Process> m_members;
    QList<Process> m_undecided;
};

} // namespace

Result<ProcessTable> readProcessTable(int proc)
{
    const auto pids = processesAt(proc);
    if (!pids) {
        return std::unexpected(inProc(pids.error(), {}));
    }
    ProcessTable table;
    table.processes.reserve(pids->size());
    for (const std::int32_t pid : *pids) {
        if (auto process = readProcess(proc, pid, table.diagnostics)) {
            table.processes << *std::move(process);
        }
    }
    return table;
}

Result<ProcessesFacet> takeProcesses(const Vantage &vantage, const ProcessTable &table)
{
    const auto own = statusAt(vantage.proc, vantage.pid.toLatin1());
    if (!own) {
        return std::unexpected(own.error());
    }
    const qsizetype level = own->pids.size() - 1;
    Membership membership(vantage, level);
    for (const Process &process : table.processes) {
        membership.add(process);
    }
    ProcessesFacet facet;
    facet.level = static_cast<std::int32_t>(level);
    facet.processes = std::move(membership).decide(own->pids.first());
    facet.diagnostics = table.diagnostics;
    return facet;
}

Result<ProcessesFacet> takeProcesses(const Vantage &vantage)
{
    return readProcessTable(vantage.proc).and_then([&](const ProcessTable &table) {
        return takeProcesses(vantage, table);
    });
}

} // namespace nsw
