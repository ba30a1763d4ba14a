// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"
#include "tests/support/leakoracle.h"
#include "tests/support/runningcontainer.h"

#include <QRandomGenerator>

#include <vector>

namespace nsw::test
{

/** Kills at random moments: of containers in the making, while they are looked at, and later. */
class KillSeries
{
public:
    /**
     * The machine is to be as it is now after each. With a grant the sessions are had by the real
     * bus and polkit, which allows NSW_TEST_USER everything.
     */
    explicit KillSeries(Victim victim, Privilege grant = Privilege::None);

    /** What stays of one more container whose victim was killed, or went wrong; empty: nothing. */
    [[nodiscard]] QString killNext();

    [[nodiscard]] quint32 seed() const { return m_seed; }
    /** From each kill to the moment when nothing is left. */
    [[nodiscard]] const std::vector<std::chrono::microseconds> &cleanUps() const
    {
        return m_cleanUps;
    }

private:
    [[nodiscard]] Container nextContainer();

    Victim m_victim;
    Privilege m_grant;
    quint32 m_seed;
    QRandomGenerator m_random;
    LeakOracle m_oracle;
    std::vector<std::chrono::microseconds> m_cleanUps;
};

} // namespace nsw::test
