// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

} // namespace nsw
