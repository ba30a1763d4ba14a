// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <cstdint>
#include <vector>

#include <sys/types.h>

/** Processes as the kernel knows them: made by clone3(2), held as pidfds. */
namespace nsw
{

struct Child {
    pid_t pid = 0; ///< 0 in the new process itself
    UniqueFd pidfd; ///< invalid in the new process itself
};

/**
 * clone3(2) like a fork, with these flags (CLONE_NEW*, CLONE_PARENT). The caller is
 * single-threaded. A limit just met by a namespace that the kernel is still taking apart (ENOSPC)
 * is tried again for 100 ms. Where there is no clone3(2), or a filter denies it, clone(2) does the
 * same; not for time namespaces, for which it has no flag.
 */
Result<Child> cloneProcess(std::uint64_t flags);

/** unshare(2), with the same patience. */
Result<void> unshareNamespaces(std::uint64_t flags);

/** pidfd_open(2), Linux 5.3. */
Result<UniqueFd> openPidfd(pid_t pid);

/** pidfd_send_signal(2), Linux 5.1; also takes a directory below /proc. */
Result<void> sendSignal(int pidfd, int signal);

/** True when the process has ended, whether it was waited for or not. */
bool hasExited(int pidfd);

/** ECHILD unless the process is a child of the caller, whether it has ended or not. */
Result<void> requireOwnChild(int pidfd);

/** Waits for a child; the exit status, or 128 + n when signal n ended it. */
Result<int> waitForExit(int pidfd);

/** Signals every child of the caller once; the number of them. `proc`: a directory fd of /proc. */
int signalChildren(int proc, int signal);

/** Kills and reaps children, adopted ones too, until there are none. The caller is a subreaper. */
void killChildren(int proc);

/**
 * Closes every descriptor from 3 up but these; numbers below 3 among them mean nothing. Ends the
 * caller when they can't be closed. `proc`: a directory fd of its /proc, in which they are looked
 * up without close_range(2) (Linux 5.9); -1: /proc.
 */
void closeAllBut(std::vector<int> kept, int proc = -1);

/** The signal that the caller gets when its parent ends; 0: none (PR_SET_PDEATHSIG). */
void setParentDeathSignal(int signal);

/** Nothing that this process or its children execute gets more rights (PR_SET_NO_NEW_PRIVS). */
void setNoNewPrivileges();

/** Nobody without CAP_SYS_PTRACE gets at the memory and descriptors of this process and of its
 * children, until they execute something (PR_SET_DUMPABLE). */
void makeUndumpable();

/** Orphans among the caller's descendants become its children (PR_SET_CHILD_SUBREAPER). */
void becomeSubreaper();

/** Fresh signal dispositions and an empty mask, as a command expects them. */
void resetSignals();

} // namespace nsw
