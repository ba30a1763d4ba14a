// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/session.h"

#include "core/kernel/process.h"
#include "core/kernel/processstat.h"
#include "core/kernel/procfs.h"

namespace nsw
{

namespace
{

constexpr std::size_t kMostHeld = 256;

/** 0: it is gone. */
std::int32_t sessionOf(int proc, std::int32_t pid)
{
    const auto text = readAt(proc, QByteArray::number(pid) + "/stat");
    const auto stat = text ? parseStat(*text) : std::nullopt;
    return stat ? stat->session : 0;
}

} // namespace

std::vector<UniqueFd> processesOfSession(int proc, pid_t leader)
{
    std::vector<UniqueFd> held;
    const auto processes = processesAt(proc);
    if (!processes || leader <= 0 || sessionOf(proc, leader) != leader) {
        return held;
    }
    for (const std::int32_t pid : *processes) {
        if (held.size() == kMostHeld || sessionOf(proc, pid) != leader) {
            continue;
        }
        auto process = openPidfd(pid);
        // Now it can't become another one.
        if (process && sessionOf(proc, pid) == leader) {
            held.push_back(*std::move(process));
        }
    }
    return held;
}

} // namespace nsw
