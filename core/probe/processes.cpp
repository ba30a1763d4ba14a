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

/** Collects the rows, and sets aside those of which it can't be told whether they belong. */
class Scan
{
public:
    Scan(const Vantage &vantage, qsizetype level)
        : m_proc(vantage.proc)
        , m_level(level)
        , m_membership(vantage)
    {
    }

    void add(std::int32_t pid)
    {
        // In the outermost PID namespace that this /proc shows, everything is a member.
        const auto verdict = m_level == 0 ? PidMembership::Verdict::Member : m_membership.of(pid);
        if (verdict == PidMembership::Verdict::Stranger) {
            return;
        }
        const QByteArray entry = QByteArray::number(pid);
        const auto status = statusAt(m_proc, entry);
        if (!status) {
            if (!isGone(status.error())) {
                addOnce(m_diagnostics, status.error());
            }
            return;
        }
        if (status->pids.size() <= m_level) {
            return;
        }
        Process process = processOf(*status);
        if (status->hasMemory) {
            process.command = commandAt(m_proc, entry);
        }
        if (verdict == PidMembership::Verdict::Unknown) {
            m_undecided << process;
        } else {
            m_members << process;
        }
    }

    /** Takes those of the undecided that descend from a member, or are the task itself. */
    void decide(std::int32_t root)
    {
        QSet<std::int32_t> members{root};
        for (const Process &process : std::as_const(m_members)) {
            members << process.pids.first();
        }
        bool changed = true;
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
    }

    ProcessesFacet facet() &&
    {
        ProcessesFacet facet;
        facet.level = static_cast<std::int32_t>(m_level);
        facet.processes = std::move(m_members);
        facet.diagnostics = std::move(m_diagnostics);
        return facet;
    }

private:
    int m_proc = -1;
    qsizetype m_level = 0;
    PidMembership m_membership;
    QList<Process> m_members;
    QList<Process> m_undecided;
    QList<Error> m_diagnostics;
};

} // namespace

Result<ProcessesFacet> takeProcesses(const Vantage &vantage)
{
    const auto own = statusAt(vantage.proc, vantage.pid.toLatin1());
    if (!own) {
        return std::unexpected(own.error());
    }
    const auto pids = processesAt(vantage.proc);
    if (!pids) {
        return std::unexpected(inProc(pids.error(), {}));
    }
    Scan scan(vantage, own->pids.size() - 1);
    for (const std::int32_t pid : *pids) {
        scan.add(pid);
    }
    scan.decide(own->pids.first());
    return std::move(scan).facet();
}

} // namespace nsw
