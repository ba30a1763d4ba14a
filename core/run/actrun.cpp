// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/actrun.h"

#include "core/kernel/failure.h"
#include "core/model/signalname.h"
#include "core/run/actpaths.h"
#include "core/run/actprocess.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr std::int64_t kPatienceMs = 10'000; // a mount may have to wait for a device

Error stepError(const Step &step, int error)
{
    return {.operation = QString(callOf(step.operation)), .error = Errno{error}, .subject = {}};
}

bool startsCommand(const Plan &plan)
{
    return !plan.steps.isEmpty() && std::holds_alternative<op::Execve>(plan.steps.last().operation);
}

/** The signal that a step sends; 0: it sends none. */
int signalOf(const Operation &operation)
{
    if (const auto *kill = std::get_if<op::Kill>(&operation)) {
        return signalOfName(kill->signal).value_or(0);
    }
    if (const auto *send = std::get_if<op::PidfdSendSignal>(&operation)) {
        return signalOfName(send->signal).value_or(0);
    }
    return 0;
}

} // namespace

ActRun::ActRun(Order order, const ActSite &site, Connection &connection)
    : m_order(std::move(order))
    , m_site(site)
    , m_connection(connection)
{
    m_workplace.target = UniqueFd(::fcntl(m_order.held.directory.get(), F_DUPFD_CLOEXEC, 0));
}

void ActRun::start()
{
    m_connection.send(
        ActPlanEvent{.id = m_order.id, .side = m_order.side, .steps = m_order.plan.steps});
    m_deadlineUs = nowUs() + (kPatienceMs * kUsPerMs);
    auto paths = openStepPaths(m_order.plan.steps, m_order.side, m_site);
    if (!paths) {
        tell(paths.error());
        return;
    }
    m_paths = *std::move(paths);
    if (const auto born = bear(); !born) {
        tell(born.error());
    }
}

Result<void> ActRun::bear()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    m_channel.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    Streams::InsideEnds streams;
    if (startsCommand(m_order.plan)) {
        auto opened = m_streams.open();
        if (!opened) {
            return std::unexpected(opened.error());
        }
        streams = *std::move(opened);
        if (!m_streams.write({})) { // nobody types to it
            return failure("write"_L1, {}, EFBIG);
        }
    }
    auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid == 0) {
        runAct(ActBirth{.steps = m_order.plan.steps,
                        .workplace = m_workplace,
                        .paths = m_paths,
                        .noNewPrivileges
                        = m_site.onBehalfOf && m_site.container.namespaces.user.has_value(),
                        .side = m_order.side,
                        .inside = m_site.inside,
                        .channel = theirs.get(),
                        .proc = m_site.proc,
                        .input = streams.input.get(),
                        .output = streams.output.get(),
                        .error = streams.error.get()});
    }
    m_process = std::move(child->pidfd);
    m_paths.clear();
    return {};
}

void ActRun::watch(WatchList &list)
{
    list.add(m_channel.get(), POLLIN, [this] {
        if (!takeReport()) {
            m_channel.reset();
        }
    });
    m_streams.watch(list, m_site.container.name, m_connection);
    list.add(m_process.get(), POLLIN, [this] { onExit(); });
    if (!m_told) {
        list.wakeAt(m_deadlineUs);
    }
}

void ActRun::onTime(std::int64_t nowUs)
{
    if (!m_told && nowUs >= m_deadlineUs) {
        // A process inside ends what it began, and reaps it, when nobody listens any more.
        if (m_order.side == Side::Outside) {
            (void)sendSignal(m_process.get(), SIGKILL);
        }
        m_channel.reset();
        tell(Error{.operation = u"act"_s, .error = Errno{ETIMEDOUT}, .subject = {}});
    }
}

/** False when there are none any more. */
bool ActRun::takeReport()
{
    StepReport report;
    const ssize_t size = ::recv(m_channel.get(), &report, sizeof report, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return true;
    }
    if (size != sizeof report || m_told) {
        return false;
    }
    if (report.step == kNotEntered) {
        const auto kind = static_cast<NsKind>(report.outcome.result);
        tell(Error{.operation = u"setns"_s,
                   .error = Errno{report.outcome.error},
                   .subject = QString(nameOf(kind))});
        return true;
    }
    if (report.step != static_cast<std::int32_t>(m_made.size())) {
        return false;
    }
    const Step &step = m_order.plan.steps.at(report.step);
    m_connection.send(StepEvent{.container = m_order.plan.container,
                                .n = step.n,
                                .actor = step.actor,
                                .call = QString(callOf(step.operation)),
                                .args = argumentsOf(step.operation),
                                .result = report.outcome.result,
                                .error = Errno{report.outcome.error},
                                .durationUs = report.outcome.durationUs});
    if (report.outcome.error != 0) {
        tell(stepError(step, report.outcome.error));
        return true;
    }
    m_made.emplace_back(step, report.outcome.result);
    if (m_made.size() == static_cast<std::size_t>(m_order.plan.steps.size())) {
        tell(std::nullopt, afterSignal());
    }
    return true;
}

/** What the kernel made of a signal that it took. */
Findings ActRun::afterSignal() const
{
    const int signal = signalOf(m_order.plan.steps.last().operation);
    const HeldProcess &held = m_order.held;
    if (signal == 0 || held.masks.handles(signal)) {
        return {};
    }
    // From outside these two reach everybody (pid_namespaces(7)).
    const bool isForced = m_order.side == Side::Outside && (signal == SIGKILL || signal == SIGSTOP);
    const auto note = [&](FindingCode code) {
        return Findings{Finding{.severity = Severity::Note,
                                .code = code,
                                .path = {},
                                .found = signalName(signal),
                                .expected = {}}};
    };
    if (held.isInit && !isForced) {
        return held.isAlive() ? note(FindingCode::IgnoredByInit) : Findings{};
    }
    return held.masks.ignores(signal) ? note(FindingCode::IgnoredByProcess) : Findings{};
}

void ActRun::onExit()
{
    if (!hasExited(m_process.get())) {
        return;
    }
    // What it said last may still be on its way.
    while (m_channel.isValid() && !m_told) {
        const std::size_t before = m_made.size();
        if (!takeReport() || m_made.size() == before) {
            break;
        }
    }
    (void)waitForExit(m_process.get());
    m_process.reset();
    m_channel.reset();
    m_streams.drain(m_site.container.name, m_connection);
    if (!m_told) {
        tell(Error{.operation = u"act"_s, .error = Errno{ECANCELED}, .subject = {}});
    }
}

void ActRun::end()
{
    if (m_process.isValid()) {
        (void)sendSignal(m_process.get(), SIGKILL);
    }
    m_channel.reset();
    m_streams.drain(m_site.container.name, m_connection);
    if (!m_told) {
        tell(Error{.operation = u"act"_s, .error = Errno{ECANCELED}, .subject = {}});
    }
}

void ActRun::tell(std::optional<Error> error, Findings findings)
{
    m_told = true;
    m_connection.send(
        ActDoneEvent{.id = m_order.id, .findings = std::move(findings), .error = std::move(error)});
}

} // namespace nsw
