// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/actrun.h"
#include "core/run/ratelimit.h"

#include <functional>
#include <memory>

namespace nsw
{

/** The acts that are done to one container: one after the other, as they were asked for. */
class Acts
{
public:
    /** `site` outlives this. `steps`: how many there were, counted on. `changed` is called after
     * each act. */
    Acts(const ActSite &site,
         std::int32_t &steps,
         Connection &connection,
         std::function<void()> changed);

    void ask(const ActRequest &request);
    /** One is under way. */
    [[nodiscard]] bool isBusy() const { return m_current != nullptr; }
    void watch(WatchList &list);
    void onTime(std::int64_t nowUs);

    /** The container ends: nothing more is done, and what acts made outside is removed. */
    void end();

private:
    void begin(const ActRequest &request);
    void settle(const ActRun &run);
    void refuse(std::int32_t id, Findings findings);

    const ActSite &m_site;
    std::int32_t &m_steps;
    Connection &m_connection;
    std::function<void()> m_changed;
    RateLimit m_rate; ///< for whoever has fewer rights than we
    QList<ActRequest> m_waiting;
    std::unique_ptr<ActRun> m_current;
    std::vector<std::unique_ptr<ActRun>> m_commands; ///< told, but what they started runs
    std::vector<Operation> m_undo; ///< removes what acts made outside
};

/** Tells that there is no container to do it to. */
void refuseAct(std::int32_t id, Connection &connection);

} // namespace nsw
