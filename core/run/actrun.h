// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/actfacts.h"
#include "core/run/connection.h"
#include "core/run/perform.h"
#include "core/run/streams.h"
#include "core/run/watch.h"

namespace nsw
{

/** One act that was planned: its process, what it reports, and the output of what it starts. */
class ActRun
{
public:
    struct Order {
        std::int32_t id = 0;
        Side side = Side::Inside;
        Plan plan;
        HeldProcess held; ///< for a signal
    };

    ActRun(Order order, const ActSite &site, Connection &connection);

    /** Tells the plan and begins. */
    void start();
    void watch(WatchList &list);
    void onTime(std::int64_t nowUs);

    /** The container ends: what was not told yet is told. */
    void end();

    /** What it came to is told; a command that it started may still run. */
    [[nodiscard]] bool isTold() const { return m_told; }
    /** Nothing of it is left. */
    [[nodiscard]] bool isOver() const { return m_told && !m_process.isValid(); }
    /** The steps that were made, in order, with what the calls returned. */
    [[nodiscard]] const std::vector<std::pair<Step, std::int64_t>> &made() const { return m_made; }
    [[nodiscard]] Side side() const { return m_order.side; }

private:
    [[nodiscard]] Result<void> bear();
    bool takeReport();
    void onExit();
    void tell(std::optional<Error> error, Findings findings = {});
    [[nodiscard]] Findings afterSignal() const;

    Order m_order;
    const ActSite &m_site;
    Connection &m_connection;
    Streams m_streams;
    Workplace m_workplace;
    std::vector<std::optional<std::vector<UniqueFd>>> m_paths; ///< of each step
    UniqueFd m_channel;
    UniqueFd m_process; ///< pidfd
    std::int64_t m_deadlineUs = 0;
    std::vector<std::pair<Step, std::int64_t>> m_made;
    bool m_told = false;
};

} // namespace nsw
