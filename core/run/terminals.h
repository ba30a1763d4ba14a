// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/ratelimit.h"
#include "core/run/terminalrun.h"

#include <memory>

namespace nsw
{

/** The terminals of one container. They end with it, those outside too. */
class Terminals
{
public:
    /** At a time, for whoever has fewer rights than we; else as many as the machine gives. */
    static constexpr std::size_t kMost = 16;

    /** `site` outlives this. `steps`: how many there were, counted on. */
    Terminals(const ActSite &site, std::int32_t &steps, Connection &connection);

    void handle(const TerminalOpenRequest &request);
    void handle(const TerminalInputRequest &request);
    void handle(const TerminalShownRequest &request);
    void handle(const TerminalResizeRequest &request);
    void handle(const TerminalCloseRequest &request);

    /** The shell of one of them is on its way. */
    [[nodiscard]] bool isOpening() const;

    void watch(WatchList &list);
    void onTime(std::int64_t nowUs);
    void end();

private:
    [[nodiscard]] TerminalRun *find(std::int32_t id) const;
    [[nodiscard]] std::optional<Finding> refusal(Side side);

    const ActSite &m_site;
    std::int32_t &m_steps;
    Connection &m_connection;
    RateLimit m_rate; ///< for whoever has fewer rights than we
    std::vector<std::unique_ptr<TerminalRun>> m_runs;
};

/** Tells that there is no container to open it in; what is for a terminal that is gone is late, and
 * means nothing any more. */
void refuseTerminal(std::int32_t id, FindingCode why, Connection &connection);

} // namespace nsw
