// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/container.h"

#include "core/kernel/procfs.h"
#include "core/kernel/signalmasks.h"
#include "core/kernel/userrights.h"
#include "core/run/inside.h"
#include "core/run/spawn.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

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
{
}

void ContainerRun::start()
{
    m_connection.send(PlanEvent{m_options.plan});
    m_connection.flush();
    m_snapshot.setWatch(m_options.watch);
    m_snapshot.prepare(m_options.plan.container, Depth::Cards, m_connection);
    advance();
}

void ContainerRun::advance()
{
    const auto &steps = m_options.plan.steps;
    while (m_phase == Phase::Making && !isWaiting()) {
        if (allMade()) {
            takeActs();
            look();
            return;
        }
        const Step &step = steps.at(static_cast<qsizetype>(m_next));
        if (std::holds_alternative<op::Execve>(step.operation) && !m_looked) {
            look(); // before the command changes anything; it goes on from there
            return;
        }
        if (step.actor == Actor::Inside) {
            orderAhead();
        } else if (!makeOutside(step)) {
            return;
        }
    }
}

/** From now on there is something to act on. */
void ContainerRun::takeActs()
{
    m_acts.emplace(ActSite{.container = m_options.container,
                           .proc = m_proc,
                           .inside = m_workplace.inside,
                           .onBehalfOf = m_options.onBehalfOf},
                   static_cast<std::int32_t>(m_options.plan.steps.size()),
                   m_connection,
                   [this] { lookSoon(); });
}

bool ContainerRun::makeOutside(const Step &step)
{
    if (std::holds_alternative<op::Clone3>(step.operation)) {
        return bear(step);
    }
    stepDone(m_next, perform(step.operation, m_workplace));
    return !m_failed;
}

/** The clone3 step that makes the process inside, with all that is given to it. */
bool ContainerRun::bear(const Step &step)
{
    if (m_options.stdio == Stdio::Pipe) {
        auto streams = m_streams.open();
        if (!streams) {
            // Without streams of its own the command would have those of the supervisor.
            stepDone(m_next, Outcome{.result = -1, .error = streams.error().error.value});
            return false;
        }
        m_insideEnds = *std::move(streams);
    }
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        stepDone(m_next, Outcome{.result = -1, .error = errno, .durationUs = 0});
        return false;
    }
    m_channel.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    Result<Child> child = std::unexpected(Error{});
    const bool isUsers = m_options.grant == Privilege::Assisted;
    const DumpableChildren during(isUsers); // the child never leaves this scope
    const Outcome outcome = timed([&]() -> std::int64_t {
        child = cloneProcess(flagsOf(std::get<op::Clone3>(step.operation)));
        errno = child ? 0 : child.error().error.value;
        return child ? child->pid : -1;
    });
    if (outcome.result == 0) {
        runInside(Birth{.steps = m_options.plan.steps,
                        .workplace = m_workplace,
                        .channel = theirs.get(),
                        .proc = m_proc,
                        .input = m_insideEnds.input.get(),
                        .output = m_insideEnds.output.get(),
                        .error = m_insideEnds.error.get(),
                        .isUsers = isUsers});
    }
    m_insideEnds = {};
    if (child) {
        m_inside = std::move(child->pidfd);
        m_workplace.inside = child->pid;
    }
    stepDone(m_next, outcome);
    return !m_failed;
}

/** Steps that need nothing from us are ordered at once: the process inside stops when one fails. */
void ContainerRun::orderAhead()
{
    const auto &steps = m_options.plan.steps;
    const auto isPlain = [](const Step &step) {
        return step.actor == Actor::Inside && !std::holds_alternative<op::Clone3>(step.operation)
            && !std::holds_alternative<op::Execve>(step.operation);
    };
    m_ordered = m_next;
    do {
        const int error = order(static_cast<std::int32_t>(m_ordered));
        if (error != 0) {
            // What was ordered before may be made meanwhile; nobody asks for it any more.
            stepDone(m_next, Outcome{.result = -1, .error = error});
            return;
        }
        ++m_ordered;
    } while (isPlain(steps.at(static_cast<qsizetype>(m_next)))
             && m_ordered < static_cast<std::size_t>(steps.size())
             && isPlain(steps.at(static_cast<qsizetype>(m_ordered))));
}

/** An errno value; ESRCH: there is nobody any more. */
int ContainerRun::order(std::int32_t index)
{
    m_orderedUs = nowUs();
    if (sendWhole(m_channel.get(), &index, sizeof index)) {
        return 0;
    }
    return errno == EPIPE ? ESRCH : errno;
}

/** False when nothing came. */
bool ContainerRun::onReport()
{
    Report report;
    const ssize_t size = ::recv(m_channel.get(), &report, sizeof report, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return false;
    }
    if (size < 0) {
        const int error = errno;
        m_channel.reset();
        if (isWaiting()) {
            stepDone(m_next, Outcome{.result = -1, .error = error});
        }
        return true;
    }
    const auto &steps = m_options.plan.steps;
    if (size != sizeof report) {
        m_channel.reset();
        // Closed by execve(2): the process inside is the command now.
        if (isWaiting()
            && std::holds_alternative<op::Execve>(
                steps.at(static_cast<qsizetype>(m_next)).operation)) {
            stepDone(m_next, Outcome{.result = 0, .error = 0, .durationUs = nowUs() - m_orderedUs});
            advance();
        }
        return true;
    }
    if (!isWaiting() || report.step != static_cast<std::int32_t>(m_next)) {
        return true;
    }
    const Operation &operation = steps.at(report.step).operation;
    if (std::holds_alternative<op::Clone3>(operation) && report.outcome.result > 0) {
        // The maker ends; from here on its child, a child of ours too, is the process inside.
        auto next = openPidfd(static_cast<pid_t>(report.outcome.result));
        if (next) {
            (void)waitForExit(m_inside.get());
            m_inside = *std::move(next);
            m_workplace.inside = static_cast<pid_t>(report.outcome.result);
        }
    }
    stepDone(m_next, report.outcome);
    advance();
    return true;
}

void ContainerRun::stepDone(std::size_t index, const Outcome &outcome)
{
    const Step &step = m_options.plan.steps.at(static_cast<qsizetype>(index));
    m_connection.send(StepEvent{.container = m_options.plan.container,
                                .n = step.n,
                                .actor = step.actor,
                                .call = QString(callOf(step.operation)),
                                .args = argumentsOf(step.operation),
                                .result = outcome.result,
                                .error = Errno{outcome.error},
                                .durationUs = outcome.durationUs});
    ++m_next;
    if (outcome.error != 0) {
        fail(step, outcome.error);
    }
}

void ContainerRun::fail(const Step &step, int error)
{
    m_failed = kExitSetUpFailed;
    if (std::holds_alternative<op::Execve>(step.operation)) {
        m_failed = error == ENOENT || error == ENOTDIR ? kExitNotFound : kExitNotExecutable;
    }
    m_phase = Phase::Living;
    if (m_inside.isValid()) {
        (void)sendSignal(m_inside.get(), SIGKILL);
    } else {
        end(0);
    }
}

void ContainerRun::look()
{
    m_phase = Phase::Looking;
    if (m_options.refreshMs != 0 && !m_triggers) {
        m_triggers.emplace(m_proc);
        m_triggers->addInside(m_workplace.inside);
        m_snapshot.listen(
            [this](UniqueFd socket) { m_triggers->addRouteEvents(std::move(socket)); });
    }
    m_looked = true;
    m_snapshot.take(m_workplace.inside, m_options.plan.container, Depth::Cards, m_connection);
    if (!m_snapshot.isBusy()) {
        live();
    }
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

/** After the first snapshot: the command, if it is still to come, else the life of the container.
 */
void ContainerRun::live()
{
    if (!allMade()) {
        m_phase = Phase::Making;
        advance();
        return;
    }
    m_phase = Phase::Living;
    // With a command the process inside is it, or is its init already and takes any order for the
    // end.
    const auto &steps = m_options.plan.steps;
    if (steps.isEmpty() || !std::holds_alternative<op::Execve>(steps.last().operation)) {
        // It ends by itself when this can't be said to it.
        if (order(kStay) != 0) {
            m_channel.reset();
        }
    }
}

void ContainerRun::act(const ActRequest &request)
{
    if (m_acts && !hasEnded() && !m_killAtUs) {
        m_acts->ask(request);
        return;
    }
    refuseAct(request.id, m_connection);
}

void ContainerRun::stop(std::int64_t graceMs)
{
    if (hasEnded() || !m_inside.isValid()) {
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
    if (m_acts) {
        m_acts->watch(list);
    }
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
    if (!allMade() && !m_failed && !m_killAtUs) {
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
        live();
    }
    if (m_acts) {
        m_acts->onTime(nowUs);
    }
    if (m_killAtUs && nowUs >= *m_killAtUs) {
        m_killAtUs.reset();
        (void)sendSignal(m_inside.get(), SIGKILL);
    }
    if (m_phase != Phase::Living || m_options.refreshMs == 0 || m_failed) {
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
            m_snapshot.take(m_workplace.inside, m_options.plan.container, Depth::All, m_connection);
        }
    }
}

void ContainerRun::end(int status)
{
    m_phase = Phase::Ended;
    // What was left without an init has come to us, the nearest subreaper.
    m_snapshot = Snapshot(m_proc, m_probers);
    m_triggers.reset();
    if (m_acts) {
        m_acts->end();
    }
    killChildren(m_proc);
    m_probers.drop();
    m_streams.drain(m_options.plan.container, m_connection);
    m_connection.send(
        EndEvent{.container = m_options.plan.container, .exit = m_failed.value_or(status)});
}

} // namespace nsw
