// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/processwatch.h"

#include "core/kernel/procfs.h"
#include "core/kernel/status.h"

#include <utility>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

namespace
{

/** "0.20 0.18 0.12 1/80 11206": how many threads there are, and the PID given out last. */
QByteArray birthsAndDeaths(const QByteArray &loadavg)
{
    return loadavg.sliced(std::max<qsizetype>(loadavg.indexOf('/'), 0)).trimmed();
}

} // namespace

bool ProcessWatch::changed()
{
    const auto load = readAt(m_proc, "loadavg"_ba);
    const QByteArray counts = load ? birthsAndDeaths(*load) : QByteArray();
    if (load && std::exchange(m_load, counts) == counts) {
        return false;
    }
    const auto pids = processesAt(m_proc);
    if (!pids) {
        return false;
    }
    const QSet<std::int32_t> now(pids->cbegin(), pids->cend());
    bool changed = false;
    for (const std::int32_t pid : now - m_known) {
        if (isOfKernel(pid)) {
            m_ofKernel << pid;
        } else {
            changed = true;
        }
    }
    for (const std::int32_t pid : m_known - now) {
        changed = !m_ofKernel.remove(pid) || changed;
    }
    m_known = now;
    return changed;
}

bool ProcessWatch::isOfKernel(std::int32_t pid) const
{
    constexpr std::int32_t kKthreadd = 2;
    const auto bytes = readAt(m_proc, QByteArray::number(pid) + "/status");
    const auto status = bytes ? parseStatus(*bytes) : std::nullopt;
    return status && !status->hasMemory && (pid == kKthreadd || status->parent == kKthreadd);
}

} // namespace nsw
