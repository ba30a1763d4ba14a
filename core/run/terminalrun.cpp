// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/terminalrun.h"

#include "core/kernel/failure.h"
#include "core/kernel/pty.h"
#include "core/kernel/session.h"
#include "core/run/actpaths.h"
#include "core/run/inside.h"
#include "core/run/spawn.h"
#include "core/run/streams.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr std::int64_t kOpenPatienceUs = 10'000 * kUsPerMs;
constexpr std::int64_t kHangUpPatienceUs = 500 * kUsPerMs;
// A command that leaves namespaces is typed before, and what runs there writes after it.
constexpr std::int64_t kLookSoonUs = 200 * kUsPerMs;
constexpr std::int64_t kLookSeldomUs = 2000 * kUsPerMs;
constexpr qsizetype kTerminalReadSize = qsizetype{64} << 10;

/** The rest of the session goes on when no more terminals can be opened. */
bool leavesDescriptors(int newest)
{
    constexpr rlim_t kReserve = 64;
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) != 0
        || static_cast<rlim_t>(newest) + kReserve < limit.rlim_cur;
}

} // namespace

TerminalRun::TerminalRun(Order order, const ActSite &site, Connection &connection)
    : m_order(std::move(order))
    , m_site(site)
    , m_connection(connection)
    , m_watch(site.proc)
{
}

void TerminalRun::start()
{
    m_connection.send(TerminalPlanEvent{.id = id(), .side = m_order.asked.side, .steps = steps()});
    m_deadlineUs = nowUs() + kOpenPatienceUs;
    UniqueFd slave;
    makePty(slave);
    if (m_told) {
        return;
    }
    auto paths = openStepPaths(steps(), m_order.asked.side, m_site);
    if (!paths) {
        tellEnd(kExitSetUpFailed, paths.error());
        return;
    }
    m_paths = *std::move(paths);
    if (const auto born = bear(std::move(slave)); !born) {
        tellEnd(kExitSetUpFailed, born.error());
    }
}

/** The first step is the supervisor's own: the pseudoterminal belongs to the outside. */
void TerminalRun::makePty(UniqueFd &slave)
{
    const auto &[columns, rows] = std::get<op::OpenPty>(steps().constFirst().operation);
    tellStep(0, timed([&]() -> std::int64_t {
                 auto pty = openPty(columns, rows);
                 if (!pty) {
                     errno = pty.error().error.value;
                     return -1;
                 }
                 if (!leavesDescriptors(pty->master.get())) {
                     errno = EMFILE;
                     return -1;
                 }
                 m_master = std::move(pty->master);
                 slave = std::move(pty->slave);
                 return m_master.get();
             }));
}

Result<void> TerminalRun::bear(UniqueFd slave)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    m_channel.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid == 0) {
        const bool isOutside = m_order.asked.side == Side::Outside;
        const auto &user = m_site.onBehalfOf;
        runTerminal(TerminalBirth{
            .steps = steps(),
            .paths = m_paths,
            // Outside, a program with the setuid bit would begin with fewer rights than it counts
            // on.
            .noNewPrivileges = user && (isOutside || m_site.container.namespaces.user.has_value()),
            .isAnothers = user && user->isOther && isOutside,
            .inside = m_site.inside,
            .channel = theirs.get(),
            .proc = m_site.proc,
            .terminal = slave.get()});
    }
    m_process = std::move(child->pidfd);
    m_paths.clear();
    return {};
}

void TerminalRun::tellStep(std::int32_t index, const Outcome &outcome)
{
    const Step &step = steps().at(index);
    m_connection.send(StepEvent{.container = m_order.plan.container,
                                .n = step.n,
                                .actor = step.actor,
                                .call = QString(callOf(step.operation)),
                                .args = argumentsOf(step.operation),
                                .result = outcome.result,
                                .error = Errno{outcome.error},
                                .durationUs = outcome.durationUs});
    ++m_made;
    if (outcome.error != 0) {
        tellEnd(kExitSetUpFailed,
                Error{.operation = QString(callOf(step.operation)),
                      .error = Errno{outcome.error},
                      .subject = {}});
    }
}

bool TerminalRun::mayRead() const
{
    return isOpen() && m_master.isValid() && m_unshown < kTerminalWindow
        && !m_connection.isCongested();
}

void TerminalRun::watch(WatchList &list)
{
    list.add(m_channel.get(), POLLIN, [this] {
        if (!takeReport()) {
            m_channel.reset();
        }
    });
    // A master whose other end is closed is always ready: it is asked for nothing in vain.
    const auto events
        = static_cast<short>((mayRead() ? POLLIN : 0) | (m_pending.isEmpty() ? 0 : POLLOUT));
    if (events != 0 && isOpen() && !m_exit) {
        list.add(m_master.get(), events, [this] {
            flushInput();
            tellTaken();
            if (mayRead() && read() == Read::HungUp) {
                m_master.reset(); // who has it open no more ends soon
            }
        });
    }
    list.add(m_process.get(), POLLIN, [this] { onExit(); });
    if (m_killAtUs) {
        list.wakeAt(*m_killAtUs);
    }
    if (!m_told && !m_exit) {
        list.wakeAt(isOpen() ? m_lookAtUs : m_deadlineUs);
    }
}

bool TerminalRun::takeReport()
{
    StepReport report;
    const ssize_t size = ::recv(m_channel.get(), &report, sizeof report, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return true;
    }
    if (size != sizeof report || m_told || report.step != m_made) {
        return false;
    }
    tellStep(report.step, report.outcome);
    if (m_told || m_made < steps().size()) {
        return true;
    }
    m_shell = static_cast<pid_t>(report.outcome.result);
    m_watch.begin(m_shell);
    m_lookAtUs = nowUs() + kLookSoonUs;
    m_connection.send(
        TerminalOpenedEvent{.id = id(),
                            .side = m_order.asked.side,
                            .pid = m_shell,
                            .command = std::get<op::Execve>(steps().constLast().operation).argv,
                            .namespaces = m_watch.first()});
    return true;
}

void TerminalRun::onExit()
{
    if (!hasExited(m_process.get())) {
        return;
    }
    // What it said last may still be on its way.
    for (std::int32_t made = -1; m_channel.isValid() && !m_told && made != m_made;) {
        made = m_made;
        if (!takeReport()) {
            break;
        }
    }
    m_exit = waitForExit(m_process.get()).value_or(kExitSetUpFailed);
    m_process.reset();
    m_channel.reset();
    killRest();
    if (!m_told && !isOpen()) {
        tellEnd(*m_exit,
                Error{.operation = u"terminal"_s, .error = Errno{ECANCELED}, .subject = {}});
    }
}

TerminalRun::Read TerminalRun::read()
{
    QByteArray bytes(kTerminalReadSize, Qt::Uninitialized);
    qsizetype filled = 0;
    ssize_t size = 0;
    // The kernel gives a page at a time at most, and a frame costs as much for a page as for many.
    while (filled < kTerminalReadSize) {
        size = ::read(m_master.get(),
                      bytes.data() + filled,
                      static_cast<std::size_t>(kTerminalReadSize - filled));
        if (size > 0) {
            filled += size;
        } else if (size == 0 || errno != EINTR) {
            break;
        }
    }
    const bool isHungUp = filled < kTerminalReadSize && (size == 0 || errno != EAGAIN);
    if (filled > 0) {
        bytes.truncate(filled);
        m_unshown += filled;
        m_touched = true;
        m_connection.send(TerminalOutputEvent{.id = id(), .bytes = bytes});
    }
    if (isHungUp) {
        return Read::HungUp;
    }
    return filled > 0 ? Read::Some : Read::Nothing;
}

void TerminalRun::onTime(std::int64_t nowUs)
{
    if (!m_told && !isOpen() && nowUs >= m_deadlineUs) {
        tellEnd(kExitSetUpFailed,
                Error{.operation = u"terminal"_s, .error = Errno{ETIMEDOUT}, .subject = {}});
    }
    if (m_killAtUs && nowUs >= *m_killAtUs) {
        m_killAtUs.reset();
        killRest();
        m_channel.reset(); // its init ends all that it knows of, and itself
    }
    if (m_exit && !m_told) {
        // What its processes wrote last is shown, as far as it is wanted.
        while (mayRead() && read() == Read::Some) { }
        if (!m_master.isValid() || mayRead()) {
            tellEnd(*m_exit);
        }
    } else if (isOpen() && !m_told && nowUs >= m_lookAtUs) {
        look(nowUs);
    }
}

void TerminalRun::look(std::int64_t nowUs)
{
    // Those where nothing happens look at the same moments: many of them wake nobody more often.
    m_lookAtUs = std::exchange(m_touched, false) ? nowUs + kLookSoonUs
                                                 : ((nowUs / kLookSeldomUs) + 1) * kLookSeldomUs;
    const pid_t group = m_master.isValid() ? foregroundGroup(m_master.get()) : 0;
    if (const auto seen = m_watch.look(group)) {
        m_connection.send(TerminalMovedEvent{
            .id = id(), .namespaces = seen->moved, .isUnknown = seen->isUnknown});
    }
}

bool TerminalRun::write(const QByteArray &bytes)
{
    if (m_pending.size() + bytes.size() > kMaxInputKept) {
        return false;
    }
    m_pending += bytes;
    flushInput();
    tellTaken();
    return true;
}

void TerminalRun::flushInput()
{
    qsizetype written = 0;
    while (isOpen() && m_master.isValid() && !m_exit && written < m_pending.size()) {
        const ssize_t size = ::write(m_master.get(),
                                     m_pending.constData() + written,
                                     static_cast<std::size_t>(m_pending.size() - written));
        if (size <= 0) {
            break;
        }
        written += size;
    }
    if (written > 0 && !std::exchange(m_touched, true)) {
        m_lookAtUs = std::min(m_lookAtUs, nowUs() + kLookSoonUs);
    }
    m_pending.remove(0, written);
    m_taken += written;
}

void TerminalRun::tellTaken()
{
    if (m_taken != 0) {
        m_connection.send(TerminalInputTakenEvent{.id = id(), .taken = std::exchange(m_taken, 0)});
    }
}

void TerminalRun::shown(std::int64_t bytes)
{
    m_unshown = std::clamp<qint64>(m_unshown - std::max<std::int64_t>(bytes, 0), 0, m_unshown);
}

void TerminalRun::resize(std::int32_t columns, std::int32_t rows)
{
    // It fails for no reason that anybody could do something about.
    if (m_master.isValid() && resizePty(m_master.get(), columns, rows)) {
        m_connection.send(TerminalResizedEvent{.id = id(), .columns = columns, .rows = rows});
    }
}

void TerminalRun::killRest()
{
    for (const UniqueFd &process : m_session) {
        (void)sendSignal(process.get(), SIGKILL);
    }
    m_session.clear();
}

void TerminalRun::close()
{
    if (m_exit || m_killAtUs || m_told) {
        return;
    }
    // Also what is in the background. Held now: later the number may have passed to another
    // session.
    m_session = processesOfSession(m_site.proc, m_shell);
    m_master.reset();
    m_killAtUs = nowUs() + (isOpen() ? kHangUpPatienceUs : 0);
}

void TerminalRun::end()
{
    m_session = processesOfSession(m_site.proc, m_shell);
    killRest();
    if (m_process.isValid()) {
        (void)sendSignal(m_process.get(), SIGKILL);
    }
    m_channel.reset();
    while (mayRead() && read() == Read::Some) { }
    m_master.reset();
    if (!m_told) {
        tellEnd(m_exit.value_or(kExitKilled));
    }
}

void TerminalRun::tellEnd(std::int32_t exit, std::optional<Error> error)
{
    m_told = true;
    m_lookAtUs = 0;
    m_master.reset();
    m_channel.reset();
    // Whoever waits for its input to be taken is not to wait for ever.
    m_taken += std::exchange(m_pending, {}).size();
    tellTaken();
    m_connection.send(
        TerminalEndedEvent{.id = id(), .exit = exit, .findings = {}, .error = std::move(error)});
}

} // namespace nsw
