// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/timensoffsets.h"

#include "core/kernel/text.h"

namespace nsw
{

namespace
{

/** A clock is written by name, by older kernels as the number of its clockid_t. */
bool names(QByteArrayView column, QByteArrayView name, QByteArrayView number)
{
    return column == name || column == number;
}

} // namespace

std::optional<ClockOffsets> parseClockOffsets(QByteArrayView bytes)
{
    std::optional<ClockOffset> monotonic;
    std::optional<ClockOffset> boottime;
    while (!bytes.isEmpty()) {
        const auto columns = columnsOf(takeUntil(bytes, '\n'));
        if (columns.size() != 3) {
            return std::nullopt;
        }
        const auto seconds = parseNumber<std::int64_t>(columns.at(1));
        const auto nanoseconds = parseNumber<std::int64_t>(columns.at(2));
        if (!seconds || !nanoseconds) {
            return std::nullopt;
        }
        if (names(columns.at(0), "monotonic", "1")) {
            monotonic = {.seconds = *seconds, .nanoseconds = *nanoseconds};
        } else if (names(columns.at(0), "boottime", "7")) {
            boottime = {.seconds = *seconds, .nanoseconds = *nanoseconds};
        }
    }
    if (!monotonic || !boottime) {
        return std::nullopt;
    }
    return ClockOffsets{.monotonic = *monotonic, .boottime = *boottime};
}

} // namespace nsw
