// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/init.h"

#include "core/kernel/process.h"
#include "core/run/confine.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nsw
{

namespace
{

constexpr int kSignalBase = 128;

class Init
{
public:
    Init(int proc, pid_t command)
        : m_proc(proc)
        , m_command(command)
    {
    }

    /** Collects what has ended. The command's end is the container's. */
    void reap() const
    {
        siginfo_t info{};
        while (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG) == 0 && info.si_pid != 0) {
            if (info.si_pid == m_command) {
                end(info.si_code == CLD_EXITED ? info.si_status : kSignalBase + info.si_status);
            }
            info = {};
        }
        if (m_terminating && m_command == 0 && !hasChildren()) {
            end(0);
        }
    }

    void terminate()
    {
        m_terminating = true;
        signalChildren(m_proc, SIGTERM);
        reap();
    }

    [[noreturn]] void end(int status) const
    {
        // The end of PID 1 ends its namespace; elsewhere the descendants have to be found.
        if (::getpid() != 1) {
            killChildren(m_proc);
        }
        ::_exit(status);
    }

private:
    static bool hasChildren()
    {
        siginfo_t info{};
        return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    }

    int m_proc;
    pid_t m_command;
    bool m_terminating = false;
};

int watchSignals()
{
    sigset_t signals;
    ::sigfillset(&signals);
    ::pthread_sigmask(SIG_SETMASK, &signals, nullptr);
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGCHLD);
    ::sigaddset(&signals, SIGTERM);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

bool prepareInit()
{
    return ::prctl(PR_SET_CHILD_SUBREAPER, 1) == 0
        && (::getpid() == 1 || ::prctl(PR_SET_PDEATHSIG, 0) == 0);
}

void runInit(int channel, int proc, pid_t command)
{
    ::pthread_setname_np(::pthread_self(), "nsw-init");
    // The streams belong to the command: they are to end with it.
    ::close(STDIN_FILENO);
    ::close(STDOUT_FILENO);
    ::close(STDERR_FILENO);
    const int signals = watchSignals();
    closeAllBut({channel, signals, ::getpid() == 1 ? -1 : proc}, proc);
    // It executes nothing any more. Where the filter is not taken it does without.
    [[maybe_unused]] const bool isFiltered = CallFilter::ofInit().install();
    Init init(proc, command);
    init.reap();
    while (true) {
        std::array<pollfd, 2> watched{{{.fd = channel, .events = POLLIN, .revents = 0},
                                       {.fd = signals, .events = POLLIN, .revents = 0}}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
            init.end(kSignalBase + SIGKILL);
        }
        if (watched[0].revents != 0) {
            init.end(kSignalBase + SIGKILL);
        }
        signalfd_siginfo info{};
        while (::read(signals, &info, sizeof info) == sizeof info) {
            if (info.ssi_signo == SIGTERM) {
                init.terminate();
            }
        }
        init.reap();
    }
}

} // namespace nsw
