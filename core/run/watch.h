// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace nsw
{

/** A descriptor that somebody waits for, and what to do when poll(2) reports something on it. */
struct Watch {
    int fd = -1;
    short events = 0;
    std::function<void()> ready;
};

/** What a part of the supervisor waits for: collected anew before each poll(2). */
struct WatchList {
    std::vector<Watch> watches;
    std::optional<std::int64_t> deadlineUs; ///< earliest, on CLOCK_MONOTONIC

    void add(int fd, short events, std::function<void()> ready)
    {
        if (fd >= 0) {
            watches.push_back({fd, events, std::move(ready)});
        }
    }
    void wakeAt(std::int64_t timeUs)
    {
        deadlineUs = deadlineUs ? std::min(*deadlineUs, timeUs) : timeUs;
    }
    /** Until the deadline as poll(2) takes it, rounded up so that it does not wake just before. */
    [[nodiscard]] int timeoutMs(std::int64_t nowUs) const
    {
        constexpr std::int64_t kUsInMs = 1000;
        const std::int64_t left = deadlineUs ? std::max<std::int64_t>(*deadlineUs - nowUs, 0) : 0;
        return deadlineUs ? static_cast<int>((left + kUsInMs - 1) / kUsInMs) : -1;
    }
};

} // namespace nsw
