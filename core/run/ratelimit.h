// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

namespace nsw
{

/** So many within a minute, and no more. */
class RateLimit
{
public:
    explicit RateLimit(std::size_t most)
        : m_most(most)
    {
    }

    /** Counts one more at this moment; false when that is one too many, which is not counted. */
    [[nodiscard]] bool take(std::int64_t nowUs)
    {
        constexpr std::int64_t kMinuteUs = 60'000'000;
        while (!m_times.empty() && m_times.front() <= nowUs - kMinuteUs) {
            m_times.pop_front();
        }
        if (m_times.size() >= m_most) {
            return false;
        }
        m_times.push_back(nowUs);
        return true;
    }

    [[nodiscard]] std::size_t most() const { return m_most; }

private:
    std::size_t m_most;
    std::deque<std::int64_t> m_times;
};

} // namespace nsw
