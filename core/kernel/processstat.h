// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace nsw
{

/** What this program needs of /proc/PID/stat (proc_pid_stat(5)). */
struct ProcessStat {
    std::int32_t pid = 0;
    std::int32_t parent = 0;
    std::int32_t group = 0;
    std::int32_t session = 0;
    bool operator==(const ProcessStat &) const = default;
};

/** Nothing when it is no stat file. The name in it may hold anything, parentheses too. */
std::optional<ProcessStat> parseStat(QByteArrayView bytes);

} // namespace nsw
