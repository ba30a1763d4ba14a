// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/clockzero.h"

#include <ctime>
#include <limits>
#include <optional>

namespace nsw
{

namespace
{

constexpr std::int64_t kSecond = 1'000'000'000;

std::int64_t nanosecondsOf(clockid_t clock)
{
    timespec time{};
    static_cast<void>(::clock_gettime(clock, &time)); // can't fail for the clocks used here
    return (time.tv_sec * kSecond) + time.tv_nsec;
}

/** CLOCK_REALTIME less `clock`, at one moment as well as a reader can tell. */
std::int64_t distanceToRealtime(clockid_t clock)
{
    constexpr int kAttempts = 4;
    constexpr std::int64_t kGoodEnough = 1'000; // nanoseconds between the readings around it
    std::int64_t narrowest = std::numeric_limits<std::int64_t>::max();
    std::int64_t distance = 0;
    for (int attempt = 0; attempt < kAttempts && narrowest > kGoodEnough; ++attempt) {
        const std::int64_t before = nanosecondsOf(clock);
        const std::int64_t realtime = nanosecondsOf(CLOCK_REALTIME);
        const std::int64_t after = nanosecondsOf(clock);
        if (after - before < narrowest) {
            narrowest = after - before;
            distance = realtime - (before + narrowest / 2);
        }
    }
    return distance;
}

/** A number of seconds that only moves when what is measured has clearly moved. */
class SteadySeconds
{
public:
    std::int64_t settle(std::int64_t nanoseconds)
    {
        constexpr std::int64_t kTolerance = kSecond * 3 / 4; // rounding alone accounts for a half
        const std::int64_t away = m_seconds ? nanoseconds - (*m_seconds * kSecond) : 0;
        if (!m_seconds || away > kTolerance || away < -kTolerance) {
            const std::int64_t half = nanoseconds < 0 ? -kSecond / 2 : kSecond / 2;
            m_seconds = (nanoseconds + half) / kSecond;
        }
        return *m_seconds;
    }

private:
    std::optional<std::int64_t> m_seconds;
};

std::int64_t zeroOf(clockid_t clock, const ClockOffset &own, SteadySeconds &steady)
{
    // Inside, a clock reads its offset more, so that its zero seems to be so much earlier.
    return steady.settle(distanceToRealtime(clock) + (own.seconds * kSecond) + own.nanoseconds);
}

} // namespace

ClockZeros clockZeros(const ClockOffsets &own)
{
    static SteadySeconds monotonic;
    static SteadySeconds boottime;
    return {.monotonic = zeroOf(CLOCK_MONOTONIC, own.monotonic, monotonic),
            .boottime = zeroOf(CLOCK_BOOTTIME, own.boottime, boottime)};
}

} // namespace nsw
