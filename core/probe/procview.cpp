// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/procview.h"

#include "core/probe/reading.h"

#include <algorithm>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr auto kProcRoot = "/proc";
/** What somebody else's /proc shows may be a whole machine: these many say it. */
constexpr qsizetype kMostProcesses = 200;
constexpr qsizetype kLongestName = 64;

/** Whether it shows the PID namespace of the vantage: told by a process that it has for certain. */
bool isOwn(const Vantage &vantage, int proc)
{
    // In the /proc of a PID namespace that the reader is not in there is no "self".
    const bool hasReader = readLinkAt(proc, "self"_ba).has_value();
    const auto shown = readLinkAt(proc, hasReader ? "self/ns/pid"_ba : "1/ns/pid"_ba);
    const auto own = readLinkAt(vantage.proc, entryOf(vantage, "ns/pid"_ba));
    return shown && own && *shown == *own;
}

} // namespace

Result<ProcFacet> takeProc(const Vantage &vantage)
{
    ProcFacet facet;
    const auto proc = openAt(AT_FDCWD, QByteArray(kProcRoot), O_DIRECTORY);
    struct statfs filesystem{};
    if (!proc || ::fstatfs(proc->get(), &filesystem) != 0
        || filesystem.f_type != PROC_SUPER_MAGIC) {
        return facet;
    }
    facet.isMounted = true;
    facet.isOwn = isOwn(vantage, proc->get());
    const auto pids = processesAt(proc->get());
    if (!pids) {
        facet.diagnostics << pids.error();
        return facet;
    }
    for (const std::int32_t pid : pids->first(std::min(pids->size(), kMostProcesses))) {
        if (const auto name
            = readAt(proc->get(), QByteArray::number(pid) + "/comm", kLongestName)) {
            facet.processes << ProcEntry{.pid = pid, .name = QString::fromUtf8(name->trimmed())};
        }
    }
    return facet;
}

} // namespace nsw
