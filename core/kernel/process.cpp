// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"

#include "core/kernel/failure.h"
#include "core/kernel/procfs.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kSignalBase = 128; // as shells tell the end by a signal

/** Calls until something else than ENOSPC comes, at most for 100 ms. */
template<class Call>
long patiently(Call call)
{
    constexpr int kTries = 11;
    constexpr timespec kPause{.tv_sec = 0, .tv_nsec = 10'000'000};
    long result = -1;
    for (int i = 0; i < kTries; ++i) {
        result = call();
        if (result >= 0 || errno != ENOSPC) {
            return result;
        }
        ::nanosleep(&kPause, nullptr);
        errno = ENOSPC;
    }
    return result;
}

/** clone3(2), a fork with flags and a pidfd. */
long clone3(clone_args &arguments)
{
    return patiently([&] { return ::syscall(SYS_clone3, &arguments, sizeof arguments); });
}

/** The same by clone(2), which has the signal in the lowest byte of its flags. */
long clone2(const clone_args &arguments, int &pidfd)
{
    if ((arguments.flags & CSIGNAL) != 0) {
        errno = ENOSYS;
        return -1;
    }
    const std::uint64_t flags = arguments.flags | arguments.exit_signal;
    return patiently(
        [&] { return ::syscall(SYS_clone, flags, nullptr, &pidfd, nullptr, nullptr); });
}

/** Old kernels, and containers that keep old C libraries from using it, answer so. */
bool isNotOffered(int error)
{
    return error == ENOSYS || error == EPERM;
}

constexpr int kFirstOfOurs = 3; ///< after the standard streams

/** False when close_range(2) is not to be had; then some may be closed. */
bool closeBetween(const std::vector<int> &sorted)
{
    auto first = static_cast<unsigned>(kFirstOfOurs);
    for (const int kept : sorted) {
        if (kept < static_cast<int>(first)) {
            continue;
        }
        const auto next = static_cast<unsigned>(kept);
        if (next > first && ::close_range(first, next - 1, 0) != 0) {
            return false;
        }
        first = next + 1;
    }
    return ::close_range(first, ~0U, 0) == 0;
}

/** One by one, as /proc lists them; false when it does not. */
bool closeListed(const std::vector<int> &sorted, int proc)
{
    const auto listed
        = proc < 0 ? entriesAt(AT_FDCWD, "/proc/self/fd") : entriesAt(proc, "self/fd");
    if (!listed) {
        return false;
    }
    for (const QByteArray &entry : *listed) {
        const int fd = entry.toInt();
        if (fd >= kFirstOfOurs && !std::ranges::binary_search(sorted, fd)) {
            ::close(fd); // that of the list itself is closed already
        }
    }
    return true;
}

QByteArray readChildren(int proc)
{
    const UniqueFd fd(::openat(proc, "thread-self/children", O_RDONLY | O_CLOEXEC));
    QByteArray text;
    std::array<char, 4096> buffer{};
    ssize_t size = 0;
    while (fd.isValid() && (size = ::read(fd.get(), buffer.data(), buffer.size())) > 0) {
        text.append(buffer.data(), size);
    }
    return text;
}

} // namespace

Result<Child> cloneProcess(std::uint64_t flags)
{
    int pidfd = -1;
    clone_args arguments{};
    arguments.flags = flags | CLONE_PIDFD;
    arguments.pidfd = reinterpret_cast<std::uintptr_t>(&pidfd);
    // With CLONE_PARENT the kernel takes the signal of the caller and refuses another one.
    arguments.exit_signal = (flags & CLONE_PARENT) != 0 ? 0 : SIGCHLD;
    long pid = clone3(arguments);
    if (const int error = errno; pid < 0 && isNotOffered(error)) {
        pid = clone2(arguments, pidfd);
        errno = pid < 0 && errno == ENOSYS ? error : errno;
    }
    if (pid < 0) {
        return failure("clone3"_L1);
    }
    return Child{.pid = static_cast<pid_t>(pid), .pidfd = pid == 0 ? UniqueFd() : UniqueFd(pidfd)};
}

Result<void> unshareNamespaces(std::uint64_t flags)
{
    if (patiently([&] { return ::unshare(static_cast<int>(flags)); }) < 0) {
        return failure("unshare"_L1);
    }
    return {};
}

Result<UniqueFd> openPidfd(pid_t pid)
{
    UniqueFd fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!fd.isValid()) {
        return failure("pidfd_open"_L1, QString::number(pid));
    }
    return fd;
}

Result<void> sendSignal(int pidfd, int signal)
{
    if (::syscall(SYS_pidfd_send_signal, pidfd, signal, nullptr, 0) < 0) {
        return failure("pidfd_send_signal"_L1);
    }
    return {};
}

bool hasExited(int pidfd)
{
    pollfd process{.fd = pidfd, .events = POLLIN, .revents = 0};
    return ::poll(&process, 1, 0) > 0;
}

Result<void> requireOwnChild(int pidfd)
{
    siginfo_t info{};
    int result = -1;
    do {
        result = ::waitid(P_PIDFD, static_cast<id_t>(pidfd), &info, WEXITED | WNOHANG | WNOWAIT);
    } while (result != 0 && errno == EINTR);
    return result == 0 ? Result<void>() : failure("waitid"_L1);
}

Result<int> waitForExit(int pidfd)
{
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(pidfd), &info, WEXITED) < 0) {
        if (errno != EINTR) {
            return failure("waitid"_L1);
        }
    }
    return info.si_code == CLD_EXITED ? info.si_status : kSignalBase + info.si_status;
}

int signalChildren(int proc, int signal)
{
    int count = 0;
    const QList<QByteArray> children = readChildren(proc).split(' ');
    for (const QByteArray &pid : children) {
        // A directory of /proc is as good as a pidfd, and means the same process in every PID
        // namespace.
        const UniqueFd process(
            pid.isEmpty() ? -1
                          : ::openat(proc, pid.constData(), O_DIRECTORY | O_RDONLY | O_CLOEXEC));
        if (process.isValid() && sendSignal(process.get(), signal)) {
            ++count;
        }
    }
    return count;
}

void killChildren(int proc)
{
    siginfo_t info{};
    while (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG) == 0) {
        if (info.si_pid != 0) {
            info = {};
            continue;
        }
        if (signalChildren(proc, SIGKILL) == 0) {
            return; // none that we may signal: waiting for one could take forever
        }
        if (::waitid(P_ALL, 0, &info, WEXITED) < 0) {
            return;
        }
        info = {};
    }
}

void closeAllBut(std::vector<int> kept, int proc)
{
    std::ranges::sort(kept);
    if (!closeBetween(kept) && !closeListed(kept, proc)) {
        ::_exit(EXIT_FAILURE); // rather nothing than with what is another's
    }
}

void setParentDeathSignal(int signal)
{
    if (::prctl(PR_SET_PDEATHSIG, signal) != 0) {
        ::_exit(EXIT_FAILURE); // nothing may outlive its session
    }
}

void setNoNewPrivileges()
{
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        ::_exit(EXIT_FAILURE); // rather nothing than with rights that nobody gave
    }
}

void makeUndumpable()
{
    if (::prctl(PR_SET_DUMPABLE, 0) != 0) {
        ::_exit(EXIT_FAILURE);
    }
}

void becomeSubreaper()
{
    if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) {
        ::_exit(EXIT_FAILURE); // what is not adopted could not be ended
    }
}

void resetSignals()
{
    struct sigaction action{};
    action.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) {
        ::sigaction(signal, &action, nullptr);
    }
    sigset_t none;
    ::sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

} // namespace nsw
