// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/actprocess.h"

#include "core/run/enter.h"
#include "core/run/init.h"
#include "core/run/spawn.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

namespace
{

bool isActTold(int channel, std::int32_t step, const Outcome &outcome)
{
    const StepReport message{.step = step, .outcome = outcome};
    return sendWhole(channel, &message, sizeof message);
}

void reportAct(int channel, std::int32_t step, const Outcome &outcome)
{
    if (!isActTold(channel, step, outcome)) {
        ::_exit(kExitSetUpFailed); // who waits for it sees this end
    }
}

[[noreturn]] void giveUp(int channel, NsKind kind, int error)
{
    reportAct(channel,
              kNotEntered,
              Outcome{.result = static_cast<std::int64_t>(kind), .error = error, .durationUs = 0});
    ::_exit(kExitSetUpFailed);
}

/**
 * Standard streams of its own, and no way to the terminal of whoever started the supervisor. An
 * errno value.
 */
int takeActStreams(const ActBirth &birth)
{
    const bool isDone = ::setsid() >= 0 && ::dup2(birth.input, STDIN_FILENO) >= 0
        && ::dup2(birth.output, STDOUT_FILENO) >= 0 && ::dup2(birth.error, STDERR_FILENO) >= 0;
    return isDone ? 0 : errno;
}

void enterContainer(const ActBirth &birth)
{
    if (const auto refused = enterContainerOf(birth.inside, birth.proc)) {
        giveUp(birth.channel, refused->kind, refused->error);
    }
}

/** The first `count` steps; false when one of them failed. */
bool makeSteps(const ActBirth &birth, std::int32_t count)
{
    for (std::int32_t index = 0; index < count; ++index) {
        birth.workplace.paths
            = std::exchange(birth.paths.at(static_cast<std::size_t>(index)), std::nullopt);
        const Outcome outcome = perform(birth.steps.at(index).operation, birth.workplace);
        reportAct(birth.channel, index, outcome);
        if (outcome.error != 0) {
            return false;
        }
    }
    return true;
}

void makeAllSteps(const ActBirth &birth)
{
    (void)makeSteps(birth, static_cast<std::int32_t>(birth.steps.size()));
}

/**
 * setns(2) moved only the children of this process to the PID namespace of the container, and it is
 * there that kill(2) finds its PIDs and that a proc file system belongs to. Ended when nobody waits
 * for it any more, and reaped here: a zombie would hold up the end of that namespace.
 */
void makeStepsInside(const ActBirth &birth)
{
    auto child = cloneProcess(0);
    if (!child) {
        reportAct(birth.channel,
                  0,
                  Outcome{.result = -1, .error = child.error().error.value, .durationUs = 0});
        return;
    }
    if (child->pid == 0) {
        setParentDeathSignal(SIGKILL);
        makeAllSteps(birth);
        ::_exit(0);
    }
    std::array<pollfd, 2> watched{{{.fd = child->pidfd.get(), .events = POLLIN, .revents = 0},
                                   {.fd = birth.channel, .events = POLLIN, .revents = 0}}};
    while (::poll(watched.data(), watched.size(), -1) < 0 && errno == EINTR) { }
    if (watched[0].revents == 0) {
        (void)sendSignal(child->pidfd.get(), SIGKILL);
    }
    (void)waitForExit(child->pidfd.get());
}

void closeOthersThan(const ActBirth &birth)
{
    std::vector<int> kept{birth.channel,
                          birth.proc,
                          birth.input,
                          birth.output,
                          birth.error,
                          birth.workplace.target.get()};
    for (const auto &paths : birth.paths) {
        if (paths) {
            std::ranges::transform(*paths, std::back_inserter(kept), &UniqueFd::get);
        }
    }
    closeAllBut(std::move(kept), birth.proc);
}

/** The last step; those before it prepare this process for it. */
void startCommand(const ActBirth &birth, const op::Execve &operation)
{
    const auto last = static_cast<std::int32_t>(birth.steps.size()) - 1;
    if (!makeSteps(birth, last)) {
        return;
    }
    if (const int error = takeActStreams(birth); error != 0) {
        reportAct(birth.channel, last, Outcome{.result = -1, .error = error});
        return;
    }
    if (birth.noNewPrivileges) {
        setNoNewPrivileges();
    }
    const Command command = prepareInit() ? spawn(operation) : notSpawned(errno);
    const bool isHeard = isActTold(birth.channel, last, command.outcome);
    if (command.pid != 0) {
        // Without a supervisor it ends the command, and so must not end before it.
        runInit(birth.channel, birth.proc, command.pid);
    }
    ::_exit(isHeard ? 0 : kExitSetUpFailed);
}

} // namespace

void runAct(const ActBirth &birth)
{
    setParentDeathSignal(SIGKILL);
    closeOthersThan(birth);
    if (birth.side == Side::Outside) {
        makeAllSteps(birth);
        ::_exit(0);
    }
    enterContainer(birth);
    if (const auto *exec = std::get_if<op::Execve>(&birth.steps.constLast().operation)) {
        startCommand(birth, *exec);
    } else {
        makeStepsInside(birth);
    }
    ::_exit(0);
}

} // namespace nsw
