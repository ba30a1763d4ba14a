// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace nsw
{

/** A clock offset as the kernel has it. The nanoseconds are never negative. */
struct ClockOffset {
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool operator==(const ClockOffset &) const = default;
};

struct ClockOffsets {
    ClockOffset monotonic;
    ClockOffset boottime;
    bool operator==(const ClockOffsets &) const = default;
};

/** /proc/PID/timens_offsets (time_namespaces(7)); nothing unless it has both clocks. */
std::optional<ClockOffsets> parseClockOffsets(QByteArrayView bytes);

} // namespace nsw
