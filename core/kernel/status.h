// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

#include <QByteArrayView>

namespace nsw
{

/** What this program needs of /proc/PID/status (proc_pid_status(5)). */
struct ProcessStatus {
    QString name; ///< comm, unescaped
    QString state; ///< one letter
    std::int32_t parent = 0;
    std::int32_t threads = 1;
    QList<std::int32_t> pids; ///< NSpid, or the one PID where the kernel has no NSpid
    IdSet uid;
    IdSet gid;
    QList<std::uint32_t> groups;
    std::uint64_t inheritable = 0;
    std::uint64_t permitted = 0;
    std::uint64_t effective = 0;
    std::uint64_t bounding = 0;
    std::uint64_t ambient = 0;
    bool noNewPrivs = false;
    bool hasMemory = false; ///< false for kernel threads and zombies, whose command line is empty
    QStringList badFields; ///< lines that made no sense; what they would have set stays as it was
};

/** Nothing when it has no PID, and so is no status file. */
std::optional<ProcessStatus> parseStatus(QByteArrayView bytes);

} // namespace nsw
