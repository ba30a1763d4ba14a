// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/trials.h"

#include "core/kernel/process.h"
#include "core/kernel/procfs.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <limits>

#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr unsigned kNoSuchFlags = ~0U;
constexpr int kNoSuchDescriptor = std::numeric_limits<int>::max();

/** A call with arguments that are wrong in every kernel. */
struct Trial {
    QLatin1StringView call;
    long (*make)() = nullptr;
    bool asksForRights = false; ///< answers EPERM to those without, before it looks at anything
    int absent = ENOSYS; ///< what a kernel without it answers
};

long waitForNoPidfd()
{
    siginfo_t info{};
    return ::waitid(P_PIDFD, static_cast<id_t>(kNoSuchDescriptor), &info, WEXITED | WNOHANG);
}

constexpr std::array kTrials{
    Trial{.call = "clone3"_L1,
          .make =
              [] {
                  return ::syscall(SYS_clone3, nullptr, 0);
              }},
    Trial{.call = "unshare"_L1,
          .make =
              [] {
                  return long{::unshare(0)};
              }},
    Trial{.call = "setns"_L1,
          .make =
              [] {
                  return long{::setns(-1, 0)};
              }},
    Trial{.call = "pidfd_open"_L1,
          .make =
              [] {
                  return ::syscall(SYS_pidfd_open, -1, 0);
              }},
    Trial{.call = "pidfd_send_signal"_L1,
          .make =
              [] {
                  return ::syscall(SYS_pidfd_send_signal, -1, 0, nullptr, 0);
              }},
    Trial{.call = "waitid"_L1, .make = waitForNoPidfd, .absent = EINVAL},
    Trial{.call = "openat2"_L1,
          .make =
              [] {
                  return ::syscall(SYS_openat2, -1, "", nullptr, 0);
              }},
    Trial{.call = "open_tree"_L1,
          .make =
              [] {
                  return ::syscall(SYS_open_tree, -1, "", kNoSuchFlags);
              }},
    Trial{.call = "move_mount"_L1,
          .make = [] { return ::syscall(SYS_move_mount, -1, "", -1, "", kNoSuchFlags); },
          .asksForRights = true},
};

bool isRefusal(int error)
{
    return error == EPERM || error == EACCES || error == ENOSYS || error == EINVAL;
}

bool isLimitZero(int proc)
{
    return readAt(proc, "sys/user/max_user_namespaces"_ba).value_or(QByteArray()).trimmed() == "0";
}

} // namespace

QList<MissingCall> missingCalls()
{
    QList<MissingCall> missing;
    for (const Trial &trial : kTrials) {
        const int error = trial.make() < 0 ? errno : 0;
        if (error == ENOSYS || error == trial.absent || (error == EPERM && !trial.asksForRights)) {
            missing << MissingCall{.call = trial.call, .error = Errno{error}};
        }
    }
    return missing;
}

Errno tryUserNamespace()
{
    const auto child = cloneProcess(CLONE_NEWUSER);
    if (!child) {
        const Errno error = child.error().error;
        return isRefusal(error.value) ? error : Errno{};
    }
    if (child->pid == 0) {
        // AppArmor lets everybody make one, and then takes its rights away.
        const bool isDenied = ::unshare(0) == 0 && ::unshare(CLONE_NEWUTS) != 0
            && (errno == EPERM || errno == EACCES);
        ::_exit(isDenied ? errno : 0);
    }
    return Errno{waitForExit(child->pidfd.get()).value_or(0)};
}

void tryOut(int proc, HostFacts &facts)
{
    facts.missing = missingCalls();
    facts.userNamespaceError
        = facts.sysAdmin || facts.chrooted || isLimitZero(proc) ? Errno{} : tryUserNamespace();
}

} // namespace nsw
