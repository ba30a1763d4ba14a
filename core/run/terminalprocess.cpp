// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/terminalprocess.h"

#include "core/kernel/userrights.h"
#include "core/run/enter.h"
#include "core/run/init.h"
#include "core/run/inside.h"
#include "core/run/spawn.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iterator>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace nsw
{

namespace
{

bool isStepTold(const TerminalBirth &birth, std::size_t index, const Outcome &outcome)
{
    const StepReport message{.step = static_cast<std::int32_t>(index), .outcome = outcome};
    return sendWhole(birth.channel, &message, sizeof message);
}

void tellStep(const TerminalBirth &birth, std::size_t index, const Outcome &outcome)
{
    if (!isStepTold(birth, index, outcome)) {
        ::_exit(kExitSetUpFailed); // who waits for it sees this end
    }
}

const Operation &operationAt(const TerminalBirth &birth, std::size_t index)
{
    return birth.steps.at(static_cast<qsizetype>(index)).operation;
}

/** An errno value. */
int takeTerminalStreams(int terminal)
{
    const bool isDone = ::dup2(terminal, STDIN_FILENO) >= 0 && ::dup2(terminal, STDOUT_FILENO) >= 0
        && ::dup2(terminal, STDERR_FILENO) >= 0;
    return isDone ? 0 : errno;
}

Outcome makeInShell(const TerminalBirth &birth, std::size_t index, Workplace &workplace)
{
    const Operation &operation = operationAt(birth, index);
    if (std::holds_alternative<op::TakeTty>(operation)) {
        return timed([&] { return ::ioctl(birth.terminal, TIOCSCTTY, 0); });
    }
    workplace.paths = std::exchange(birth.paths.at(index), std::nullopt);
    return perform(operation, workplace);
}

/** From step `first` on, in the process that becomes the shell. Returns the errno of the last. */
int becomeShell(const TerminalBirth &birth, std::size_t first)
{
    Workplace workplace;
    const auto last = static_cast<std::size_t>(birth.steps.size()) - 1;
    for (std::size_t index = first; index < last; ++index) {
        const Outcome outcome = makeInShell(birth, index, workplace);
        tellStep(birth, index, outcome);
        if (outcome.error != 0) {
            ::_exit(kExitSetUpFailed);
        }
        // A change of credentials forgets both.
        setParentDeathSignal(SIGKILL);
        if (birth.isAnothers) {
            makeUndumpable(); // until it executes the shell: it reports as the supervisor's
        }
    }
    if (const int error = takeTerminalStreams(birth.terminal); error != 0) {
        return error;
    }
    if (birth.isAnothers) {
        if (const auto taken = takeOwnKeyring(); !taken) {
            return taken.error().error.value;
        }
    }
    if (birth.noNewPrivileges) {
        setNoNewPrivileges();
    }
    return execute(std::get<op::Execve>(operationAt(birth, last)));
}

/** The end of the pipe, which is close-on-exec, tells that the shell is there. */
void startShell(const TerminalBirth &birth, std::size_t first)
{
    const auto last = static_cast<std::size_t>(birth.steps.size()) - 1;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        tellStep(birth, first, Outcome{.result = -1, .error = errno});
        return;
    }
    const UniqueFd read(ends[0]);
    UniqueFd write(ends[1]);
    const std::int64_t start = wallClockUs();
    // Without a supervisor it ends what the terminal has left, and so must not end before that.
    if (!prepareInit()) {
        tellStep(birth, first, Outcome{.result = -1, .error = errno});
        return;
    }
    auto child = cloneProcess(0);
    if (!child) {
        tellStep(birth, first, Outcome{.result = -1, .error = child.error().error.value});
        return;
    }
    if (child->pid == 0) {
        setParentDeathSignal(SIGKILL);
        const int error = becomeShell(birth, first);
        const bool told = ::write(write.get(), &error, sizeof error) == sizeof error;
        ::_exit(told ? kExitNotExecutable : kExitSetUpFailed);
    }
    write.reset();
    int error = 0;
    const ssize_t size = ::read(read.get(), &error, sizeof error);
    const Outcome outcome{.result = size == sizeof error ? -1 : child->pid,
                          .error = size == sizeof error ? error : 0,
                          .durationUs = std::max<std::int64_t>(0, wallClockUs() - start)};
    if (outcome.error != 0) {
        (void)waitForExit(child->pidfd.get());
        tellStep(birth, last, outcome);
        return;
    }
    // One that failed at a step before has told of that before: this is not heard any more then.
    // Nor is it without a supervisor, whose shell is to be ended all the same.
    [[maybe_unused]] const bool isHeard = isStepTold(birth, last, outcome);
    runInit(birth.channel, birth.proc, child->pid);
}

/** Its own steps: false when one of them failed. `index`: goes to the first that is not. */
bool enterAsPlanned(const TerminalBirth &birth, std::size_t &index)
{
    if (!std::holds_alternative<op::Setns>(operationAt(birth, index))) {
        return true;
    }
    const std::int64_t start = wallClockUs();
    const auto refused = enterContainerOf(birth.inside, birth.proc);
    const std::int64_t took = std::max<std::int64_t>(0, wallClockUs() - start);
    tellStep(birth,
             index,
             Outcome{.result = refused ? -1 : 0,
                     .error = refused ? refused->error : 0,
                     .durationUs = took});
    ++index;
    return !refused;
}

} // namespace

void runTerminal(const TerminalBirth &birth)
{
    setParentDeathSignal(SIGKILL);
    std::vector<int> kept{birth.channel, birth.proc, birth.terminal};
    for (const auto &paths : birth.paths) {
        if (paths) {
            std::ranges::transform(*paths, std::back_inserter(kept), &UniqueFd::get);
        }
    }
    closeAllBut(std::move(kept), birth.proc);
    std::size_t index = 1;
    if (enterAsPlanned(birth, index)) {
        startShell(birth, index);
    }
    ::_exit(kExitSetUpFailed);
}

} // namespace nsw
