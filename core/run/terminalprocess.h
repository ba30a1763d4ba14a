// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"
#include "core/run/perform.h"

/**
 * The process that makes the steps of a terminal: a child of the supervisor which enters the
 * container's namespaces, unless the terminal is outside, and starts the shell in a child of its
 * own: that makes what has to be made by the leader of the terminal's session. It stays as the
 * shell's init.
 */
namespace nsw
{

/** What it is given. Descriptors are its own copies. */
struct TerminalBirth {
    const QList<Step> &steps; ///< the first, OpenPty, is made already
    std::vector<std::optional<std::vector<UniqueFd>>> &paths; ///< of each step: see Workplace
    bool noNewPrivileges = false;
    bool isAnothers = false; ///< of whoever asked, who has neither our rights nor our keys
    pid_t inside = 0;
    int channel = -1; ///< SOCK_SEQPACKET: reports out; closes when the supervisor goes
    int proc = -1; ///< /proc as the supervisor sees it
    int terminal = -1; ///< the end of the pseudoterminal that is the shell's
};

/** Runs in the new process; returns to nobody. */
[[noreturn]] void runTerminal(const TerminalBirth &birth);

} // namespace nsw
