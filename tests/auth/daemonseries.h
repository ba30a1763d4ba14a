// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/auth/person.h"
#include "tests/support/leakoracle.h"

#include <QRandomGenerator>

#include <chrono>
#include <optional>
#include <vector>

/** Those on the way from a request to its supervisor. */
enum class Daemon : std::uint8_t { Bus, Polkit, Helper };

/**
 * Kills a daemon at random moments of requests: each comes to a session or an error, nothing of it
 * stays, the next one is served, and a session that was there before goes on.
 */
class DaemonSeries
{
public:
    explicit DaemonSeries(Daemon victim);

    /** What is wrong after one more kill; empty: nothing. */
    [[nodiscard]] QString killNext();

    [[nodiscard]] quint32 seed() const { return m_seed; }
    [[nodiscard]] int served() const { return m_served; } ///< had their session in spite of it
    /** From the moment when a client leaves to the one when nothing of it is left. */
    [[nodiscard]] const std::vector<std::chrono::microseconds> &cleanUps() const
    {
        return m_cleanUps;
    }

private:
    /** A request in the middle of which the daemon is killed. */
    [[nodiscard]] QString killDuringRequest(qint64 victim);
    [[nodiscard]] QString cleanUp();
    [[nodiscard]] bool bringBack(qint64 victim) const;
    [[nodiscard]] QString name() const;

    Daemon m_victim;
    quint32 m_seed;
    QRandomGenerator m_random;
    std::optional<Client> m_before;
    std::optional<LeakOracle> m_oracle;
    int m_served = 0;
    std::vector<std::chrono::microseconds> m_cleanUps;
};
