// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/kernel/process.h"
#include "core/model/step.h"
#include "core/probe/jointargets.h"

#include <algorithm>
#include <optional>
#include <vector>

/** Steps carried out: one system call each. */
namespace nsw
{

/** What a step may need beside its arguments. */
struct Workplace {
    pid_t inside = 0; ///< the process inside, as the supervisor sees it; 0 in that process itself
    std::vector<std::pair<JoinTarget, UniqueFd>> targets; ///< opened by PidfdOpen and Open
    std::vector<HeldTarget> held; ///< what the targets were when they were judged
    std::optional<std::vector<UniqueFd>> paths; ///< of the step to make; absent: it looks them up
    UniqueFd mounted; ///< what was bound last, with such paths
    std::optional<std::uint32_t> linkGroup; ///< links that were made outside are in it
    UniqueFd target; ///< of PidfdSendSignal: a pidfd, or the directory of a process below /proc
};

/** What a step came to. Plain, so that it can be sent as it is. */
struct Outcome {
    std::int64_t result = 0; ///< what the call returned, -1 when it failed
    std::int32_t error = 0; ///< errno, 0 when it did not
    std::int64_t durationUs = 0;
};

/**
 * Makes the call. Clone3 and Execve are not made here: what comes after them differs between the
 * actors (see supervisor and inside). Nor are OpenPty and TakeTty, which belong to a terminal (see
 * terminalrun and terminalprocess).
 */
Outcome perform(const Operation &operation, Workplace &workplace);

/** Makes a call that returns -1 and sets errno when it fails, and takes its time. */
template<class Call>
Outcome timed(Call call);

/** CLONE_NEW* and CLONE_PARENT of a clone3 step. */
std::uint64_t flagsOf(const op::Clone3 &clone);

/** Sends one message, in spite of signals. False, with errno, when it did not go. */
bool sendWhole(int socket, const void *message, std::size_t size);

/** Microseconds on CLOCK_MONOTONIC. */
std::int64_t nowUs();
inline constexpr std::int64_t kUsPerMs = 1000;

/** Microseconds on a clock that is the same in every time namespace; it may be set back. */
std::int64_t wallClockUs();

template<class Call>
Outcome timed(Call call)
{
    const std::int64_t start = wallClockUs();
    const std::int64_t result = call();
    const int error = result < 0 ? errno : 0;
    return Outcome{.result = result < 0 ? -1 : result,
                   .error = error,
                   .durationUs = std::max<std::int64_t>(0, wallClockUs() - start)};
}

} // namespace nsw
