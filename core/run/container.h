// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/acts.h"
#include "core/run/caller.h"
#include "core/run/connection.h"
#include "core/run/lookclock.h"
#include "core/run/perform.h"
#include "core/run/processwatch.h"
#include "core/run/snapshot.h"
#include "core/run/streams.h"
#include "core/run/terminals.h"
#include "core/run/triggers.h"

namespace nsw
{

/**
 * One container: its steps are made in order, then it is looked at from time to time until it ends.
 *
 * Nothing here waits: inside steps are ordered over a channel and go on when the report comes.
 */
class ContainerRun
{
public:
    struct Options {
        Plan plan;
        Container container; ///< of which it is the plan
        std::optional<Caller> onBehalfOf;
        Privilege grant = Privilege::None;
        std::vector<HeldTarget> targets; ///< what the plan joins
        Stdio stdio = Stdio::Pipe;
        std::int32_t refreshMs = 0;
        std::optional<std::int32_t> before = std::nullopt; ///< the step to pause at
        Watched watch;
    };

    /** `proc`: a directory fd of /proc. */
    ContainerRun(Options options, int proc, Probers &probers, Connection &connection);

    void start();

    /** Bytes for the command; false when they are not taken, since so many wait already. */
    [[nodiscard]] bool write(const QByteArray &bytes);
    [[nodiscard]] qsizetype inputKept() const { return m_streams.inputKept(); }

    /** Does something to the container, as far as it is made, or tells why not. */
    void act(const ActRequest &request);
    void open(const TerminalOpenRequest &request);
    [[nodiscard]] Terminals &terminals() { return m_terminals; }

    /** Looks at this as well, and soon. */
    void watchMore(const Watched &watch);

    /** After a pause; refused when there is none. */
    void go(const GoRequest &request);
    void edit(const EditRequest &request);

    /** TERM, and KILL after `graceMs`. */
    void stop(std::int64_t graceMs);

    void watch(WatchList &list);
    void onTime(std::int64_t nowUs);

    [[nodiscard]] bool hasEnded() const { return m_phase == Phase::Ended; }

private:
    enum class Phase : std::uint8_t {
        Making, ///< steps are made
        Looking, ///< before the command, or before a pause: a snapshot is taken
        Paused, ///< waits for a request to go on
        Resuming, ///< it came, but a look is under way, or somebody enters: they get what was
        Living, ///< all steps are made
        Ended,
    };

    [[nodiscard]] bool allMade() const
    {
        return m_next == static_cast<std::size_t>(m_options.plan.steps.size());
    }
    void advance();
    [[nodiscard]] bool isToPause() const;
    void resume();
    void refusePaused(QLatin1StringView request, const Finding &why);
    [[nodiscard]] bool staysAsInit() const;
    void letGoOfTargets();
    [[nodiscard]] bool canBeEntered() const;
    [[nodiscard]] bool mayResume() const;
    void setInside(pid_t inside);
    bool makeOutside(const Step &step);
    bool bear(const Step &step);
    void orderAhead();
    [[nodiscard]] int order(std::int32_t index);
    [[nodiscard]] bool takesPaths(const Step &step) const;
    [[nodiscard]] Result<void> orderWithPaths(std::int32_t index);
    [[nodiscard]] bool isWaiting() const { return m_ordered > m_next; }
    bool onReport();
    void onInsideExit();
    void stepDone(std::size_t index, const Outcome &outcome);
    void afterLook();
    void live();
    void look();
    void listen();
    void lookSoon();
    void lookAgain(std::int64_t nowUs);
    void fail(std::size_t index, int error);
    void end(int status);

    Options m_options;
    int m_proc;
    Probers &m_probers;
    Connection &m_connection;
    Workplace m_workplace;
    Streams m_streams;
    Streams::InsideEnds m_insideEnds;
    Snapshot m_snapshot;
    std::optional<Triggers> m_triggers;
    ProcessWatch m_processes;
    std::int32_t m_steps = 0; ///< those that made it, and those that were made to it
    ActSite m_site; ///< as it is in a pause, and when all steps are made
    Acts m_acts;
    Terminals m_terminals;
    Phase m_phase = Phase::Making;
    std::size_t m_next = 0; ///< the step to make
    std::size_t m_ordered = 0; ///< the first inside step that is not ordered yet
    std::optional<std::size_t> m_lookedBefore; ///< the step before which the last look was
    std::optional<std::int32_t> m_pauseBefore; ///< the step to pause at
    bool m_isStepping = false; ///< somebody watches each step: a failure pauses, and ends nothing
    QList<Step> m_planned; ///< before anything was edited
    QSet<std::int32_t> m_edited; ///< indices of steps that the process inside has to be told
    std::int64_t m_orderedUs = 0;
    UniqueFd m_channel;
    UniqueFd m_inside; ///< pidfd
    std::optional<std::int64_t> m_killAtUs;
    std::optional<LookClock> m_lookClock; ///< from the command's start on, unless nobody wants it
    std::int64_t m_askAtUs = 0; ///< when to ask whether processes came or went
    std::optional<int> m_failed; ///< exit status after a step that failed
};

} // namespace nsw
