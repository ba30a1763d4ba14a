// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"
#include "core/run/inside.h"

/**
 * The process that makes the steps of one act: a short-lived child of the supervisor, which enters
 * the container's namespaces unless the act is done outside. Only where it starts a command does it
 * stay, as the init of that command.
 */
namespace nsw
{

/** In place of a step in a report: it could not enter the namespace of the kind that is `result`.
 */
inline constexpr std::int32_t kNotEntered = -2;

/** What it is given. Descriptors are its own copies. */
struct ActBirth {
    const QList<Step> &steps; ///< made until one of them fails
    Workplace &workplace; ///< `target` for a signal
    std::vector<std::optional<std::vector<UniqueFd>>> &paths; ///< of each step: see Workplace
    bool noNewPrivileges = false; ///< for a command
    Side side = Side::Inside;
    pid_t inside = 0;
    int channel = -1; ///< SOCK_SEQPACKET: reports out; closes when the supervisor goes
    int proc = -1; ///< /proc as the supervisor sees it
    int input = -1; ///< standard streams of a command
    int output = -1;
    int error = -1;
};

/** Runs in the new process; returns to nobody. */
[[noreturn]] void runAct(const ActBirth &birth);

} // namespace nsw
