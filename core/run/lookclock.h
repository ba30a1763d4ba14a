// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace nsw
{

/**
 * When to look again. After a change soon, else from time to time; in both cases so seldom that
 * looking takes no more than its share of a processor, however much there is to see.
 *
 * All times in microseconds of one clock.
 */
class LookClock
{
public:
    explicit LookClock(std::int64_t refreshUs)
        : m_refreshUs(refreshUs)
    {
    }

    void begin(std::int64_t nowUs)
    {
        m_isLooking = true;
        m_begunUs = nowUs;
        m_changedUs.reset();
    }

    void end(std::int64_t nowUs)
    {
        const std::int64_t cost = nowUs - m_begunUs;
        m_isLooking = false;
        m_regularUs = std::max(m_begunUs + m_refreshUs, nowUs + (cost * kIdleShare));
        m_soonestUs = std::max(m_begunUs + std::min(kShortestUs, m_refreshUs),
                               nowUs + (cost * kBusyShare));
    }

    /** Something changed. Changes come in bursts: the first of them sets the time. */
    void changed(std::int64_t nowUs)
    {
        if (!m_changedUs) {
            m_changedUs = nowUs;
        }
    }

    /** Nothing: a look is under way. */
    [[nodiscard]] std::optional<std::int64_t> next() const
    {
        if (m_isLooking) {
            return std::nullopt;
        }
        return m_changedUs
            ? std::min(m_regularUs, std::max(m_soonestUs, *m_changedUs + kSettleUs))
            : m_regularUs;
    }

private:
    static constexpr std::int64_t kSettleUs = 20'000;
    static constexpr std::int64_t kShortestUs = 100'000;
    static constexpr std::int64_t kIdleShare = 300; ///< a third of a percent
    static constexpr std::int64_t kBusyShare = 10;

    std::int64_t m_refreshUs;
    bool m_isLooking = false;
    std::int64_t m_begunUs = 0;
    std::int64_t m_regularUs = 0;
    std::int64_t m_soonestUs = 0;
    std::optional<std::int64_t> m_changedUs;
};

} // namespace nsw
