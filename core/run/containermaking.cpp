// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/failure.h"
#include "core/kernel/passfd.h"
#include "core/kernel/procfs.h"
#include "core/kernel/userrights.h"
#include "core/run/container.h"
#include "core/run/inside.h"
#include "core/run/performpaths.h"
#include "core/run/spawn.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <linux/capability.h>
#include <sys/socket.h>

/** How a container comes to be: its steps, one after the other. */
namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

bool isOnLinks(const Operation &operation)
{
    return std::holds_alternative<op::NewVeth>(operation)
        || std::holds_alternative<op::NetworkSetting>(operation)
        || std::holds_alternative<op::NewAddress>(operation)
        || std::holds_alternative<op::LinkFlags>(operation);
}

/** Of all steps outside only those on links take this right, which some sessions have to raise. */
Outcome performOutside(const Operation &operation, Workplace &workplace)
{
    if (!isOnLinks(operation)) {
        return perform(operation, workplace);
    }
    const auto raised = RaisedCapability::raise(CAP_NET_ADMIN);
    return raised ? perform(operation, workplace)
                  : Outcome{.result = -1, .error = raised.error().error.value, .durationUs = 0};
}

} // namespace

void ContainerRun::start()
{
    m_planned = m_options.plan.steps;
    m_pauseBefore = m_options.before;
    m_isStepping = m_pauseBefore.has_value();
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
            letGoOfTargets();
            m_site.left.clear();
            look();
            return;
        }
        const Step &step = steps.at(static_cast<qsizetype>(m_next));
        if (isToPause()) {
            look(); // it pauses from there
            return;
        }
        if (step.isSkipped) {
            m_ordered = ++m_next;
            continue;
        }
        if (std::holds_alternative<op::Execve>(step.operation) && m_lookedBefore != m_next) {
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

bool ContainerRun::makeOutside(const Step &step)
{
    if (std::holds_alternative<op::Clone3>(step.operation)) {
        return bear(step);
    }
    stepDone(m_next, performOutside(step.operation, m_workplace));
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
                        .isUsers = isUsers,
                        .takesPaths = m_options.onBehalfOf && m_options.onBehalfOf->isOther,
                        .noNewPrivileges
                        = m_options.onBehalfOf && m_options.container.namespaces.user.has_value()});
    }
    m_insideEnds = {};
    if (child) {
        m_inside = std::move(child->pidfd);
        setInside(child->pid);
    }
    stepDone(m_next, outcome);
    return !m_failed;
}

/** Its paths are those of somebody else: they are opened by us, and not before the step's turn. */
bool ContainerRun::takesPaths(const Step &step) const
{
    return m_options.onBehalfOf && m_options.onBehalfOf->isOther
        && !pathsOf(step.operation).paths.isEmpty();
}

/** Steps that need nothing from us are ordered at once: the process inside stops when one fails. */
void ContainerRun::orderAhead()
{
    const auto &steps = m_options.plan.steps;
    const auto isPlain = [this](const Step &step) {
        return step.actor == Actor::Inside && !std::holds_alternative<op::Clone3>(step.operation)
            && !std::holds_alternative<op::Execve>(step.operation) && !takesPaths(step)
            && !step.isSkipped && step.n != m_pauseBefore;
    };
    m_ordered = m_next;
    if (takesPaths(steps.at(static_cast<qsizetype>(m_next)))) {
        const std::int64_t start = nowUs();
        if (const auto ordered = orderWithPaths(static_cast<std::int32_t>(m_next))) {
            ++m_ordered;
        } else {
            stepDone(m_next,
                     Outcome{.result = -1,
                             .error = ordered.error().error.value,
                             .durationUs = nowUs() - start});
        }
        return;
    }
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
    QByteArray message(reinterpret_cast<const char *>(&index),
                       sizeof index); // NOLINT(*-reinterpret-cast)
    if (m_edited.contains(index)) {
        message += toCbor(m_options.plan.steps.at(index));
    }
    if (sendWhole(m_channel.get(), message.constData(), static_cast<std::size_t>(message.size()))) {
        return 0;
    }
    return errno == EPIPE ? ESRCH : errno;
}

/** In the mounts of the container, as they are now, and with the rights of whoever asked. */
Result<void> ContainerRun::orderWithPaths(std::int32_t index)
{
    const StepPaths wanted = pathsOf(m_options.plan.steps.at(index).operation);
    const auto mounts = openAt(m_proc, QByteArray::number(m_workplace.inside) + "/ns/mnt");
    if (!mounts) {
        return std::unexpected(mounts.error());
    }
    const auto opened
        = openAs(m_options.onBehalfOf.value_or(Caller{}), mounts->get(), wanted.paths, wanted.last);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (const int error = order(index); error != 0) {
        return failure("send"_L1, {}, error);
    }
    for (const UniqueFd &fd : *opened) {
        if (const auto sent = sendFd(m_channel.get(), fd.get()); !sent) {
            return sent;
        }
    }
    return {};
}

/** False when nothing came. */
bool ContainerRun::onReport()
{
    StepReport report;
    const ssize_t size = ::recv(m_channel.get(), &report, sizeof report, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return false;
    }
    if (size < 0) {
        const int error = errno;
        m_channel.reset();
        if (isWaiting() && !m_failed) {
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
        const Result<void> ours
            = next ? requireOwnChild(next->get()) : std::unexpected(next.error());
        if (!ours) {
            // A process that can't be held could not be ended either; one that is not ours is not
            // to be ended, or written maps for.
            report.outcome = {.result = -1,
                              .error = ours.error().error.value,
                              .durationUs = report.outcome.durationUs};
        } else {
            (void)waitForExit(m_inside.get());
            m_inside = *std::move(next);
            setInside(static_cast<pid_t>(report.outcome.result));
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
        fail(index, outcome.error);
    }
}

void ContainerRun::fail(std::size_t index, int error)
{
    const Step &step = m_options.plan.steps.at(static_cast<qsizetype>(index));
    m_failed = kExitSetUpFailed;
    if (std::holds_alternative<op::Execve>(step.operation)) {
        m_failed = error == ENOENT || error == ENOTDIR ? kExitNotFound : kExitNotExecutable;
    }
    if (m_isStepping && !m_killAtUs && !(m_inside.isValid() && hasExited(m_inside.get()))) {
        m_ordered = m_next = index; // where it can be looked at, edited, and made again
        look();
        return;
    }
    m_phase = Phase::Living;
    if (m_inside.isValid()) {
        (void)sendSignal(m_inside.get(), SIGKILL);
    } else {
        end(0);
    }
}

} // namespace nsw
