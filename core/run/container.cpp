// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/container.h"

#include "core/kernel/procfs.h"
#include "core/kernel/rtlink.h"
#include "core/kernel/signalmasks.h"
#include "core/kernel/userrights.h"
#include "core/run/inside.h"
#include "core/run/spawn.h"

#include <cerrno>
#include <csignal>

#include <linux/capability.h>
#include <poll.h>

namespace nsw
{

namespace
{

/** True when the process handles SIGTERM: PID 1 of a namespace does not get signals it does not
 * handle. */
bool catchesTerm(pid_t pid, int proc)
{
    const auto status = readAt(proc, QByteArray::number(pid) + "/status");
    return status && parseSignalMasks(*status).handles(SIGTERM);
}

} // namespace

ContainerRun::ContainerRun(Options options, int proc, Probers &probers, Connection &connection)
    : m_options(std::move(options))
    , m_proc(proc)
    , m_probers(probers)
    , m_connection(connection)
    , m_snapshot(proc, probers)
    , m_processes(proc)
    , m_steps(static_cast<std::int32_t>(m_options.plan.steps.size()))
    , m_site{.container = m_options.container,
             .proc = proc,
             .inside = 0,
             .left = {},
             .onBehalfOf = m_options.onBehalfOf}
    , m_acts(m_site, m_steps, connection, [this] { lookSoon(); })
    , m_terminals(m_site, m_steps, connection)
{
    m_workplace.held = std::move(m_options.targets);
}

/** What was joined is not to live because of us. */
void ContainerRun::letGoOfTargets()
{
    m_workplace.held.clear();
    m_workplace.targets.clear();
}

void ContainerRun::setInside(pid_t inside)
{
    m_workplace.inside = inside;
    m_site.inside = inside;
}

void ContainerRun::look()
{
    m_phase = Phase::Looking;
    listen();
    m_lookedBefore = m_next;
    m_snapshot.take({.pid = m_workplace.inside, .pidfd = m_inside.get()},
                    m_options.plan.container,
                    Depth::Cards,
                    m_connection);
    if (!m_snapshot.isBusy()) {
        afterLook();
    }
}

/** The namespaces inside are other ones with each step. */
void ContainerRun::listen()
{
    if (m_options.refreshMs == 0 || (m_triggers && !m_isStepping)) {
        return;
    }
    m_triggers.emplace(m_proc);
    if (m_workplace.inside != 0) {
        m_triggers->addInside(m_workplace.inside);
    }
    m_snapshot.listen([this](UniqueFd socket) {
        if (m_triggers) {
            m_triggers->addRouteEvents(std::move(socket));
        }
    });
    m_snapshot.follow([this](const QList<std::int32_t> &pids) {
        if (m_triggers) {
            m_triggers->followProcesses(pids);
        }
    });
}

void ContainerRun::watchMore(const Watched &watch)
{
    m_snapshot.setWatch(watch);
    lookSoon();
}

void ContainerRun::lookSoon()
{
    if (m_lookClock) {
        m_lookClock->changed(nowUs());
    }
}

void ContainerRun::afterLook()
{
    if (allMade()) {
        live();
    } else if (isToPause()) {
        m_phase = Phase::Paused;
        m_site.left = m_options.plan.steps.sliced(static_cast<qsizetype>(m_next));
        m_connection.send(
            PausedEvent{.container = m_options.plan.container,
                        .before = m_options.plan.steps.at(static_cast<qsizetype>(m_next)).n});
    } else {
        m_phase = Phase::Making;
        advance();
    }
}

void ContainerRun::live()
{
    m_phase = Phase::Living;
    // With a command the process inside is it, or is its init already and takes any order for the
    // end.
    if (staysAsInit()) {
        // It ends by itself when this can't be said to it.
        if (order(kStay) != 0) {
            m_channel.reset();
        }
    }
}

bool ContainerRun::write(const QByteArray &bytes)
{
    const bool taken = m_streams.write(bytes);
    m_streams.tellTaken(m_options.plan.container, m_connection);
    return taken;
}

bool ContainerRun::canBeEntered() const
{
    const bool isThere = m_phase == Phase::Paused || (allMade() && !m_failed);
    return isThere && !hasEnded() && !m_killAtUs;
}

void ContainerRun::act(const ActRequest &request)
{
    if (canBeEntered()) {
        m_acts.ask(request);
    } else {
        refuseAct(request.id, m_connection);
    }
}

void ContainerRun::open(const TerminalOpenRequest &request)
{
    if (canBeEntered()) {
        m_terminals.handle(request);
    } else {
        refuseTerminal(request.id, FindingCode::NothingRuns, m_connection);
    }
}

void ContainerRun::stop(std::int64_t graceMs)
{
    if (hasEnded()) {
        return;
    }
    if (!m_inside.isValid()) {
        end(0); // paused before there was anybody
        return;
    }
    const std::int64_t killAt = nowUs() + (graceMs * kUsPerMs);
    m_killAtUs = m_killAtUs ? std::min(*m_killAtUs, killAt) : killAt;
    // Until the command is there, the process inside is ours and asks nobody.
    const bool heard = allMade() && graceMs > 0 && catchesTerm(m_workplace.inside, m_proc);
    (void)sendSignal(m_inside.get(), heard ? SIGTERM : SIGKILL);
}

void ContainerRun::watch(WatchList &list)
{
    if (hasEnded()) {
        return;
    }
    list.add(m_channel.get(), POLLIN, [this] { (void)onReport(); });
    m_streams.watch(list, m_options.plan.container, m_connection);
    m_snapshot.watch(list, m_connection);
    if (m_triggers) {
        m_triggers->watch(list, [this] { lookSoon(); });
    }
    m_acts.watch(list);
    m_terminals.watch(list);
    list.add(m_inside.get(), POLLIN, [this] {
        // The report that came in the same moment may have put another process in its place.
        if (hasExited(m_inside.get())) {
            onInsideExit();
        }
    });
    if (m_killAtUs) {
        list.wakeAt(*m_killAtUs);
    }
    if (const auto next = m_lookClock ? m_lookClock->next() : std::nullopt) {
        list.wakeAt(std::min(*next, m_askAtUs));
    }
}

void ContainerRun::onInsideExit()
{
    while (m_channel.isValid() && onReport()) { } // its last words
    if (!allMade() && !m_failed && !m_killAtUs && m_phase != Phase::Paused) {
        // Whoever was to make the step is gone.
        stepDone(m_next, Outcome{.result = -1, .error = ESRCH});
    }
    end(waitForExit(m_inside.get()).value_or(kExitSetUpFailed));
}

void ContainerRun::onTime(std::int64_t nowUs)
{
    if (hasEnded()) {
        return;
    }
    if (m_phase == Phase::Looking && !m_snapshot.isBusy()) {
        afterLook();
    }
    m_acts.onTime(nowUs);
    m_terminals.onTime(nowUs);
    if (m_phase == Phase::Resuming && mayResume()) {
        resume();
    }
    if (m_killAtUs && nowUs >= *m_killAtUs) {
        m_killAtUs.reset();
        (void)sendSignal(m_inside.get(), SIGKILL);
    }
    const bool isThere = m_phase == Phase::Paused || (m_phase == Phase::Living && !m_failed);
    if (!isThere || m_options.refreshMs == 0) {
        return;
    }
    lookAgain(nowUs);
}

void ContainerRun::lookAgain(std::int64_t nowUs)
{
    const std::int64_t refreshUs = m_options.refreshMs * kUsPerMs;
    if (!m_lookClock) {
        m_lookClock.emplace(refreshUs);
        // As if one had just ended: a command has soon shown what it does, or goes on.
        m_lookClock->begin(nowUs);
        m_lookClock->end(nowUs);
        m_lookClock->changed(nowUs);
    }
    if (!m_snapshot.isResting()) {
        return;
    }
    if (!m_lookClock->next()) {
        m_lookClock->end(nowUs);
        (void)m_processes.changed(); // our own come and go with each look
    } else if (nowUs >= m_askAtUs) {
        m_askAtUs = nowUs + refreshUs;
        if (m_processes.changed()) {
            m_lookClock->changed(nowUs);
        }
    }
    if (nowUs >= m_lookClock->next().value_or(nowUs)) {
        // What happens during a look asks for the next one: it may have come too late for this.
        m_lookClock->begin(nowUs);
        if (!m_connection.isCongested()) {
            m_snapshot.take({.pid = m_workplace.inside, .pidfd = m_inside.get()},
                            m_options.plan.container,
                            Depth::All,
                            m_connection);
        }
    }
}

void ContainerRun::end(int status)
{
    m_phase = Phase::Ended;
    // What was left without an init has come to us, the nearest subreaper.
    m_snapshot = Snapshot(m_proc, m_probers);
    m_triggers.reset();
    m_acts.end();
    m_terminals.end();
    killChildren(m_proc);
    if (m_workplace.linkGroup) {
        // They would go with the network namespace, unless somebody keeps that open.
        const auto raised = RaisedCapability::raise(CAP_NET_ADMIN);
        [[maybe_unused]] const auto removed = removeLinks(*m_workplace.linkGroup);
    }
    m_probers.drop();
    m_streams.drain(m_options.plan.container, m_connection);
    m_connection.send(
        EndEvent{.container = m_options.plan.container, .exit = m_failed.value_or(status)});
}

} // namespace nsw
