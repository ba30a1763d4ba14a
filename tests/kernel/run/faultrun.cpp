// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/run/faultrun.h"

#include "core/kernel/process.h"
#include "core/run/perform.h"
#include "core/wire/frame.h"
#include "tests/support/syscallgate.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include <poll.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::int64_t kPatienceUs = 15'000'000;
constexpr int kSessionSocket = 3;

struct CallName {
    int number = 0;
    const char *name = nullptr;
};

/** All that is called to make a container. Memory is not among it: a program without it ends. */
constexpr std::array kCalls{
    CallName{SYS_clone3, "clone3"},
    CallName{SYS_unshare, "unshare"},
    CallName{SYS_setns, "setns"},
    CallName{SYS_mount, "mount"},
    CallName{SYS_umount2, "umount2"},
    CallName{SYS_mount_setattr, "mount_setattr"},
    CallName{SYS_open_tree, "open_tree"},
    CallName{SYS_move_mount, "move_mount"},
    CallName{SYS_openat, "openat"},
    CallName{SYS_write, "write"},
    CallName{SYS_pwrite64, "pwrite64"},
    CallName{SYS_sethostname, "sethostname"},
    CallName{SYS_setdomainname, "setdomainname"},
    CallName{SYS_socketpair, "socketpair"},
    CallName{SYS_pipe2, "pipe2"},
    CallName{SYS_socket, "socket"},
    CallName{SYS_bind, "bind"},
    CallName{SYS_ioctl, "ioctl"},
    CallName{SYS_pidfd_open, "pidfd_open"},
    CallName{SYS_pidfd_send_signal, "pidfd_send_signal"},
    CallName{SYS_setresuid, "setresuid"},
    CallName{SYS_setresgid, "setresgid"},
    CallName{SYS_setgroups, "setgroups"},
    CallName{SYS_capset, "capset"},
    CallName{SYS_chdir, "chdir"},
    CallName{SYS_fchdir, "fchdir"},
    CallName{SYS_execve, "execve"},
    CallName{SYS_prctl, "prctl"},
    CallName{SYS_setsid, "setsid"},
    CallName{SYS_fcntl, "fcntl"},
    CallName{SYS_signalfd4, "signalfd4"},
    CallName{SYS_waitid, "waitid"},
    CallName{SYS_recvfrom, "recvfrom"},
    CallName{SYS_sendto, "sendto"},
    CallName{SYS_recvmsg, "recvmsg"},
    CallName{SYS_sendmsg, "sendmsg"},
    CallName{SYS_getsockopt, "getsockopt"},
    CallName{SYS_close_range, "close_range"},
    CallName{SYS_dup3, "dup3"},
    CallName{SYS_mkdirat, "mkdirat"},
#ifdef SYS_dup2
    CallName{SYS_dup2, "dup2"},
    CallName{SYS_mkdir, "mkdir"},
#endif
    CallName{SYS_rt_sigprocmask, "rt_sigprocmask"},
};

QLatin1StringView nameOfCall(int number)
{
    const auto call = std::ranges::find(kCalls, number, &CallName::number);
    return QLatin1StringView(call == kCalls.end() ? "?" : call->name);
}

/** Ids of this thread alone; the C library would change those of all. */
bool actAs(uid_t user, gid_t group)
{
    constexpr long kAsIs = -1;
    const bool isRoot = user == 0;
    return ::syscall(isRoot ? SYS_setresuid : SYS_setresgid, kAsIs, isRoot ? user : group, kAsIs)
        == 0
        && ::syscall(isRoot ? SYS_setresgid : SYS_setresuid, kAsIs, isRoot ? group : user, kAsIs)
        == 0;
}

/** As a window of that user makes them: it is told by them for whom a supervisor works. */
bool socketsOf(uid_t user, std::array<int, 2> &ends)
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (user != ::geteuid()
        && (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) != 0
            || found == nullptr || !actAs(user, entry.pw_gid))) {
        return false;
    }
    const bool isMade = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0;
    return (found == nullptr || actAs(0, 0)) && isMade;
}

/** Follows who is who, by the order in which they are born. */
class Cast
{
public:
    explicit Cast(pid_t supervisor)
        : m_supervisor(supervisor)
    {
    }

    Role roleOf(pid_t pid)
    {
        if (pid == m_supervisor) {
            return Role::Supervisor;
        }
        if (!m_started) {
            m_probers << pid;
        }
        return m_probers.contains(pid) ? Role::Prober : Role::Inside;
    }

    void start() { m_started = true; }

private:
    pid_t m_supervisor;
    bool m_started = false;
    QSet<pid_t> m_probers; ///< those that were there before Start
};

class Director
{
public:
    Director(const FaultRun::Order &order, const SyscallGate &gate, UniqueFd socket)
        : m_order(order)
        , m_gate(gate)
        , m_socket(std::move(socket))
        , m_cast(gate.pid())
    {
    }

    FaultRun direct()
    {
        const std::int64_t deadline = nowUs() + kPatienceUs;
        while (!m_hasEnded) {
            const std::int64_t left = deadline - nowUs();
            if (left <= 0) {
                m_run.hung = true;
                break;
            }
            wait(static_cast<int>(left / kUsPerMs) + 1);
        }
        if (m_run.hung) {
            m_socket.reset();
            (void)sendSignal(m_gate.pidfd(), SIGKILL);
        }
        m_run.supervisorExit = waitForExit(m_gate.pidfd()).value_or(-1);
        return std::move(m_run);
    }

private:
    void wait(int ms)
    {
        std::array<pollfd, 3> watched{{{.fd = m_gate.listener(), .events = POLLIN, .revents = 0},
                                       {.fd = m_socket.get(), .events = POLLIN, .revents = 0},
                                       {.fd = m_gate.pidfd(), .events = POLLIN, .revents = 0}}};
        if (::poll(watched.data(), watched.size(), ms) <= 0) {
            return;
        }
        if ((watched[1].revents & (POLLIN | POLLHUP)) != 0) {
            receive();
        }
        if ((watched[0].revents & POLLIN) != 0) {
            if (const auto call = m_gate.next()) {
                m_gate.answer(*call, judge(*call));
            }
        } else if (watched[2].revents != 0) {
            m_hasEnded = true;
        }
    }

    /** The errno that it gets; 0: it is let through. */
    int judge(const GatedCall &call)
    {
        const Role role = m_cast.roleOf(call.pid);
        // The one who waits for its first order is the last who has something to do.
        if (!m_started && role == Role::Prober && call.number == SYS_recvfrom) {
            start();
            return 0;
        }
        if (!counts(role, call) || m_isOver || isOfSession(role, call)) {
            return 0;
        }
        if (call.number == SYS_execve) {
            m_isOver = true;
        }
        FaultPoint point{.role = role, .call = call.number, .nth = 0};
        point.nth = ++m_counts[{static_cast<int>(role), call.number}];
        m_run.met << point;
        if (!m_order.attempt || m_order.attempt->point != point) {
            return 0;
        }
        m_run.injected = m_order.attempt;
        m_isOver = true;
        if (!m_started) {
            start(); // nobody may come to wait
        }
        return m_order.attempt->error;
    }

    /** What comes before the first look at its socket is the loader's. */
    bool counts(Role role, const GatedCall &call)
    {
        const bool isFirst = role == Role::Supervisor && call.number == SYS_fcntl
            && call.arguments.front() == kSessionSocket;
        m_hasBegun = m_hasBegun || (m_order.grant != Privilege::None && isFirst);
        return m_started || m_hasBegun;
    }

    /** The client's connection is no part of the container. */
    static bool isOfSession(Role role, const GatedCall &call)
    {
        return role == Role::Supervisor
            && (call.number == SYS_recvfrom || call.number == SYS_sendto)
            && call.arguments.front() == kSessionSocket;
    }

    void start()
    {
        m_started = true;
        m_cast.start();
        const QByteArray bytes = encodeFrame(Request(StartRequest{
            .configuration = m_order.configuration, .stdio = Stdio::Pipe, .refreshMs = 0}));
        if (::send(m_socket.get(),
                   bytes.constData(),
                   static_cast<std::size_t>(bytes.size()),
                   MSG_NOSIGNAL)
                != bytes.size()
            && !m_run.injected) {
            m_run.hung = true;
        }
    }

    void receive()
    {
        std::array<char, 65536> buffer{};
        const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size <= 0) {
            m_socket.reset();
            return;
        }
        m_decoder.append(QByteArrayView(buffer.data(), size));
        while (true) {
            const auto event = m_decoder.next();
            if (!event || !event->has_value()) {
                break;
            }
            std::visit([this](const auto &one) { note(one); }, **event);
        }
    }

    void note(const ReadyEvent &) { m_run.ready = true; }
    void note(const PlanEvent &event) { m_run.planned = event.plan.steps.size(); }
    void note(const StepEvent &event) { m_run.steps << event; }
    void note(const OutputEvent &event) { m_run.output += event.text; }
    void note(const RefusedEvent &event)
    {
        m_run.refusal = event.findings;
        m_socket.reset();
    }
    void note(const EndEvent &event)
    {
        m_run.exit = event.exit;
        m_socket.reset();
    }
    template<class Other>
    void note(const Other &)
    {
    }

    const FaultRun::Order &m_order;
    const SyscallGate &m_gate;
    UniqueFd m_socket;
    Cast m_cast;
    FrameDecoder<Event> m_decoder{kMaxEventSize};
    QMap<std::pair<int, int>, int> m_counts;
    FaultRun m_run;
    bool m_started = false;
    bool m_hasBegun = false;
    bool m_isOver = false; ///< nothing is counted or fails any more
    bool m_hasEnded = false;
};

/** The steps that are made of other calls than that of their name; "*": whichever is next. */
struct PartOf {
    int call = 0;
    const char *steps = "";
    bool losesErrno = false; ///< it shows as the end of a process, or as what did not come
};

constexpr auto kOnPaths = "mount mkdir chdir"; // what is opened as the caller
constexpr std::array kParts{
    PartOf{SYS_sendto, "*", true}, // orders to the process inside, and its reports
    PartOf{SYS_recvfrom, "*", true},
    PartOf{SYS_prctl, "*", true}, // it ends rather than outlive the supervisor
    PartOf{SYS_setsid, "*"}, // its streams, which the first step is told
#ifdef SYS_dup2
    PartOf{SYS_dup2, "*"},
#endif
    PartOf{SYS_dup3, "*"},
    PartOf{SYS_pipe2, "clone3 execve"},
    PartOf{SYS_fcntl, "clone3"},
    PartOf{SYS_pidfd_open, "clone3"},
    PartOf{SYS_socket, "ioctl sendto sendmsg"},
    PartOf{SYS_bind, "sendto sendmsg"}, // rtnetlink
    PartOf{SYS_getsockopt, "sendto sendmsg"},
    PartOf{SYS_ioctl, "sendmsg"}, // the number of a link
    PartOf{SYS_capset, "sendto pwrite64 sendmsg ioctl"}, // the right over links outside
    PartOf{SYS_openat, "write setns mount mkdir chdir sendto pwrite64"},
    PartOf{SYS_mkdirat, "mkdir"},
    PartOf{SYS_open_tree, "mount"},
    PartOf{SYS_move_mount, "mount"},
    PartOf{SYS_socketpair, "clone3 mount mkdir chdir"},
    PartOf{SYS_clone3, "execve mount mkdir chdir"},
    PartOf{SYS_fchdir, kOnPaths},
    PartOf{SYS_setns, kOnPaths},
    PartOf{SYS_setgroups, kOnPaths},
    PartOf{SYS_setresgid, kOnPaths},
    PartOf{SYS_setresuid, kOnPaths},
    PartOf{SYS_sendmsg, kOnPaths},
    PartOf{SYS_recvmsg, kOnPaths, true},
    PartOf{SYS_waitid, "clone3 mount mkdir chdir", true}, // and whether it is ours that was made
};

bool isBlamedRightly(const StepEvent &step, const Attempt &attempt)
{
    const bool isSame = step.error.value == attempt.error;
    if (step.call == nameOfCall(attempt.point.call)) {
        return isSame;
    }
    const auto part = std::ranges::find(kParts, attempt.point.call, &PartOf::call);
    if (part == kParts.end() || (!isSame && !part->losesErrno)) {
        return false;
    }
    const QString steps = QString::fromLatin1(part->steps);
    return steps == u"*"_s || steps.split(u' ').contains(step.call);
}

} // namespace

QString textOf(const Attempt &attempt)
{
    constexpr std::array kRoles{"supervisor", "prober", "inside"};
    return u"%1: %2 no. %3 %4"_s
        .arg(QLatin1StringView(kRoles.at(static_cast<std::size_t>(attempt.point.role))),
             nameOfCall(attempt.point.call))
        .arg(attempt.point.nth)
        .arg(errnoName(Errno{attempt.error}));
}

QString FaultRun::wrong(const QByteArray &wholeOutput, int wholeExit) const
{
    if (hung) {
        return u"it hangs: ready %1, %2 of %3 steps"_s.arg(ready).arg(steps.size()).arg(planned);
    }
    constexpr int kUsage = 2;
    // It may close the socket before a word, and it ends rather than be open to tracers, or keep a
    // right that it raised.
    const bool mayEnd = injected
        && (!ready || injected->point.call == SYS_prctl || injected->point.call == SYS_capset);
    if (mayEnd && (!ready || supervisorExit == EXIT_FAILURE) && supervisorExit <= kUsage) {
        return {};
    }
    if (supervisorExit != 0) {
        return u"the supervisor ends with %1"_s.arg(supervisorExit);
    }
    const auto failed
        = std::ranges::find_if(steps, [](const StepEvent &step) { return bool(step.error); });
    if (injected && !refusal.isEmpty()) {
        return injected->point.role == Role::Inside ? u"refused, though it was begun"_s : QString();
    }
    if (injected && failed != steps.end() && exit) {
        return isBlamedRightly(*failed, *injected)
            ? QString()
            : u"%1 is blamed, with %2"_s.arg(failed->call, errnoName(failed->error));
    }
    if (!exit) {
        return u"no end is told"_s;
    }
    if (steps.size() != planned || *exit != wholeExit || output != wholeOutput) {
        return u"%1 of %2 steps, exit %3, output \"%4\", and no word of an error"_s
            .arg(steps.size())
            .arg(planned)
            .arg(*exit)
            .arg(QString::fromUtf8(output));
    }
    return {};
}

FaultRun carryOut(const FaultRun::Order &order)
{
    FaultRun failed;
    failed.supervisorExit = -1;
    std::array<int, 2> ends{};
    const uid_t maker = order.grant == Privilege::None ? ::geteuid() : order.user;
    if (!socketsOf(maker, ends)) {
        return failed;
    }
    UniqueFd ours(ends[0]);
    UniqueFd theirs(ends[1]);
    std::vector<int> numbers;
    std::ranges::transform(kCalls, std::back_inserter(numbers), &CallName::number);
    QList<QByteArray> argv{
        qgetenv("NSW_SUPERVISOR"), "--socket", QByteArray::number(kSessionSocket), "--nonce", "n"};
    const bool isGranted = order.grant != Privilege::None;
    if (isGranted) {
        argv << "--for-uid" << QByteArray::number(order.user) << "--grant"
             << nameOf(order.grant).data();
    }
    const auto gate = SyscallGate::start(
        {.argv = argv, .descriptor = theirs.get(), .uid = isGranted ? 0 : order.user}, numbers);
    theirs.reset();
    if (!gate) {
        return failed;
    }
    return Director(order, *gate, std::move(ours)).direct();
}

} // namespace nsw::test
