// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"
#include "core/run/watch.h"

#include <QList>

#include <map>
#include <vector>

#include <sys/types.h>

/**
 * What the kernel tells by itself: mounts (poll on mountinfo, proc_pid_mountinfo(5)), host and
 * domain names (poll on /proc/sys/kernel, one counter for all UTS namespaces), links, addresses and
 * routes (the groups of rtnetlink(7)), the end of processes inside (pidfd_open(2)). What it does
 * not tell is seen when somebody looks again.
 */
namespace nsw
{

/** An rtnetlink socket that hears of every change in the network namespace of the caller. */
Result<UniqueFd> openRouteEvents();

class Triggers
{
public:
    /** Listens on the outside; `proc` is a directory fd of the supervisor's /proc. */
    explicit Triggers(int proc);

    /** Listens on a process inside too: its mounts, and its network through a socket made there. */
    void addInside(pid_t inside);
    void addRouteEvents(UniqueFd socket);
    /** Hears of the end of these, and no longer of others; of very many, of the first. */
    void followProcesses(const QList<std::int32_t> &pids);

    /** `changed` is called for whatever happened. */
    void watch(WatchList &list, const std::function<void()> &changed);

private:
    void addFile(const QByteArray &path);

    int m_proc;
    std::vector<UniqueFd> m_files; ///< report POLLPRI once for each change
    std::vector<UniqueFd> m_sockets;
    std::map<std::int32_t, UniqueFd> m_processes; ///< pidfds, by PID
};

} // namespace nsw
