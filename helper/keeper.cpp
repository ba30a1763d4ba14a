// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/keeper.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"
#include "core/kernel/rtlink.h"
#include "core/kernel/userrights.h"
#include "helper/sessiongroup.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iterator>
#include <vector>

#include <fcntl.h>
#include <linux/capability.h>
#include <pthread.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct Keeping {
    UniqueFd proc;
    Result<SessionGroup> group;
    int place = -1;
};

/** A keeper that can't become what it should be is not there; the supervisor is. */
void becomeKeeper(const Keeping &keeping, int supervisor)
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    ::pthread_setname_np(::pthread_self(), "nsw-keeper");
    std::vector<int> kept{keeping.proc.get(), keeping.place, supervisor};
    if (keeping.group) {
        // Where it can't, it stays in that of the service, and may end with it.
        [[maybe_unused]] const auto apart = keeping.group->standApart();
        std::ranges::copy(keeping.group->descriptors(), std::back_inserter(kept));
    }
    closeAllBut(std::move(kept), keeping.proc.get());
    setNoNewPrivileges();
    // The second is for a /proc that hides processes (hidepid), which it kills by their
    // directories.
    std::vector<int> capabilities{CAP_KILL, CAP_SYS_PTRACE};
    if (keeping.group) {
        capabilities.push_back(CAP_DAC_OVERRIDE); // nobody may write to the root of the hierarchy
    }
    if (!keepOnly(capabilities, {CAP_NET_ADMIN})) {
        ::_exit(EXIT_FAILURE);
    }
}

[[noreturn]] void keep(const Keeping &keeping, const Child &supervisor)
{
    becomeKeeper(keeping, supervisor.pidfd.get());
    const auto status = waitForExit(supervisor.pidfd.get());
    if (keeping.group) {
        keeping.group->kill();
    }
    killChildren(keeping.proc.get());
    // There is none, unless the supervisor was killed.
    [[maybe_unused]] const auto raised = RaisedCapability::raise(CAP_NET_ADMIN);
    [[maybe_unused]] const auto removed = removeLinks(linkGroupOf(supervisor.pid));
    if (keeping.group) {
        keeping.group->remove();
    }
    ::_exit(status.value_or(EXIT_FAILURE));
}

/** In the child. */
Result<UniqueFd> beSupervisor(Keeping &keeping)
{
    // A signal to the supervisor's process group is none to the keeper.
    if (::setsid() < 0) {
        return failure("setsid"_L1);
    }
    if (keeping.group && keeping.group->enter()) {
        return keeping.group->takeLock();
    }
    return UniqueFd();
}

} // namespace

Result<UniqueFd> beKept(int place, uid_t user)
{
    Keeping keeping{.proc = UniqueFd(::open("/proc", O_DIRECTORY | O_RDONLY | O_CLOEXEC)),
                    .group = SessionGroup::make(user),
                    .place = place};
    if (!keeping.proc.isValid()) {
        return failure("open"_L1, "/proc"_L1);
    }
    makeUndumpable();
    becomeSubreaper();
    const auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid != 0) {
        keep(keeping, *child);
    }
    return beSupervisor(keeping);
}

} // namespace nsw
