// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/actfacts.h"
#include "core/run/connection.h"
#include "core/run/terminalprocess.h"
#include "core/run/terminalwatch.h"
#include "core/run/watch.h"

namespace nsw
{

/** One terminal: its pseudoterminal, the process that makes its steps, and what passes through. */
class TerminalRun
{
public:
    struct Order {
        TerminalOpenRequest asked;
        Plan plan;
    };

    TerminalRun(Order order, const ActSite &site, Connection &connection);

    /** Tells the plan and begins. */
    void start();
    void watch(WatchList &list);
    void onTime(std::int64_t nowUs);

    /** False: nothing was taken, since too much waits already. */
    [[nodiscard]] bool write(const QByteArray &bytes);
    [[nodiscard]] qsizetype inputKept() const { return m_pending.size(); }
    void shown(std::int64_t bytes);
    void resize(std::int32_t columns, std::int32_t rows);
    /** SIGHUP; after a moment what is left is killed. */
    void close();

    /** The container ends: what was not told yet is told. */
    void end();

    [[nodiscard]] std::int32_t id() const { return m_order.asked.id; }
    /** Its steps are being made. */
    [[nodiscard]] bool isOpening() const { return !m_told && !isOpen(); }
    /** It is told, and nothing of it is left. */
    [[nodiscard]] bool isOver() const { return m_told && !m_process.isValid(); }

private:
    [[nodiscard]] const QList<Step> &steps() const { return m_order.plan.steps; }
    [[nodiscard]] bool isOpen() const { return m_shell != 0; }
    [[nodiscard]] bool mayRead() const;
    void makePty(UniqueFd &slave);
    [[nodiscard]] Result<void> bear(UniqueFd slave);
    void tellStep(std::int32_t index, const Outcome &outcome);
    bool takeReport();
    void onExit();
    enum class Read : std::uint8_t { Some, Nothing, HungUp };
    Read read();
    void flushInput();
    void tellTaken();
    void look(std::int64_t nowUs);
    void killRest();
    void tellEnd(std::int32_t exit, std::optional<Error> error = std::nullopt);

    Order m_order;
    const ActSite &m_site;
    Connection &m_connection;
    TerminalWatch m_watch;
    std::vector<std::optional<std::vector<UniqueFd>>> m_paths; ///< of each step
    UniqueFd m_master;
    UniqueFd m_channel;
    UniqueFd m_process; ///< pidfd
    std::vector<UniqueFd> m_session; ///< pidfds of those who are to go when it is closed
    pid_t m_shell = 0;
    std::int32_t m_made = 0;
    QByteArray m_pending; ///< input
    qint64 m_taken = 0; ///< of the input, and not told yet
    qint64 m_unshown = 0; ///< of the output
    std::optional<std::int32_t> m_exit;
    std::optional<std::int64_t> m_killAtUs;
    std::int64_t m_deadlineUs = 0; ///< for the steps
    std::int64_t m_lookAtUs = 0;
    bool m_touched = false; ///< something passed since the last look
    bool m_told = false;
};

} // namespace nsw
