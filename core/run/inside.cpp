// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/inside.h"

#include "core/kernel/passfd.h"
#include "core/kernel/userrights.h"
#include "core/run/init.h"
#include "core/run/performpaths.h"
#include "core/run/spawn.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

namespace
{

/** The index of the step to make, which may be another one now. False when the supervisor is gone.
 */
bool receive(int channel, QList<Step> &steps, std::int32_t &index)
{
    static std::array<char, kMaxOrder> order{};
    ssize_t size = 0;
    do {
        size = ::recv(channel, order.data(), order.size(), 0);
    } while (size < 0 && errno == EINTR);
    if (size < static_cast<ssize_t>(sizeof index)) {
        return false;
    }
    std::memcpy(&index, order.data(), sizeof index);
    if (size == sizeof index) {
        return true;
    }
    CborReader reader(QByteArrayView(order).first(size).sliced(sizeof index));
    auto edited = decode<Step>(reader);
    if (!edited || index < 0 || index >= steps.size()) {
        return false;
    }
    steps[index] = *std::move(edited);
    return true;
}

/** What pathsOf() a step tells, opened by the supervisor as whoever asked. */
std::optional<std::vector<UniqueFd>> receivePaths(const Birth &birth, const Operation &operation)
{
    const qsizetype count = birth.takesPaths ? pathsOf(operation).paths.size() : 0;
    if (count == 0) {
        return std::nullopt;
    }
    std::vector<UniqueFd> paths;
    for (qsizetype i = 0; i < count; ++i) {
        pollfd next{.fd = birth.channel, .events = POLLIN, .revents = 0};
        while (::poll(&next, 1, -1) < 0 && errno == EINTR) { }
        paths.push_back(receiveFd(birth.channel));
    }
    return paths;
}

bool isTold(int channel, std::int32_t step, const Outcome &outcome)
{
    const StepReport message{.step = step, .outcome = outcome};
    return sendWhole(channel, &message, sizeof message);
}

void report(int channel, std::int32_t step, const Outcome &outcome)
{
    if (!isTold(channel, step, outcome)) {
        ::_exit(kExitSetUpFailed); // who waits for it sees this end
    }
}

/** Without the supervisor nothing of the container may stay. */
void dieWithParent()
{
    setParentDeathSignal(SIGKILL);
}

/** An errno value: without streams of its own the command would have those of the supervisor. */
int takeStreams(const Birth &birth)
{
    const std::array<std::pair<int, int>, 3> streams{
        {{birth.input, STDIN_FILENO}, {birth.output, STDOUT_FILENO}, {birth.error, STDERR_FILENO}}};
    for (const auto &[from, to] : streams) {
        if (from >= 0 && ::dup2(from, to) < 0) {
            return errno;
        }
    }
    // No way to the terminal of whoever started us.
    return birth.input >= 0 && ::setsid() < 0 ? errno : 0;
}

void closeOthers(const Birth &birth)
{
    std::vector<int> kept{birth.channel, birth.proc, birth.input, birth.output, birth.error};
    for (const auto &target : birth.workplace.targets) {
        kept.push_back(target.second.get());
    }
    closeAllBut(std::move(kept), birth.proc);
}

/** Forks for a clone3 step. In the new process it returns; the old one has done its part and ends.
 */
void forkInside(const Birth &birth, const op::Clone3 &clone, std::int32_t step)
{
    Result<Child> child = std::unexpected(Error{});
    const Outcome outcome = timed([&]() -> std::int64_t {
        child = cloneProcess(flagsOf(clone));
        errno = child ? 0 : child.error().error.value;
        return child ? child->pid : -1;
    });
    if (outcome.result == 0) {
        dieWithParent();
        return; // its maker reports
    }
    report(birth.channel, step, outcome);
    if (outcome.result > 0) {
        ::_exit(0);
    }
}

void becomeCommand(const Birth &birth, const op::Execve &exec, std::int32_t step)
{
    if (birth.noNewPrivileges && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        // An end would pass for the start of the command.
        report(birth.channel, step, Outcome{.result = -1, .error = errno, .durationUs = 0});
        return;
    }
    if (exec.inChild) {
        const Command command = prepareInit() ? spawn(exec) : notSpawned(errno);
        const bool isHeard = isTold(birth.channel, step, command.outcome);
        if (command.pid != 0) {
            // Without a supervisor it ends the command, and so must not end before it.
            runInit(birth.channel, birth.proc, command.pid);
        }
        dieWithParent();
        if (!isHeard) {
            ::_exit(kExitSetUpFailed);
        }
        return;
    }
    // Success shows as the end of the channel, which is close-on-exec.
    const std::int64_t start = nowUs();
    const int error = execute(exec);
    report(
        birth.channel, step, Outcome{.result = -1, .error = error, .durationUs = nowUs() - start});
}

} // namespace

void runInside(const Birth &birth)
{
    dieWithParent();
    closeOthers(birth);
    const int unready = takeStreams(birth);
    std::int32_t step = 0;
    bool failed = false; // steps that were ordered ahead are not made after one that failed
    while (receive(birth.channel, birth.steps, step)) {
        if (step == kGoOn) {
            failed = false;
            continue;
        }
        if (failed) {
            continue;
        }
        if (step == kStay) {
            if (!prepareInit()) {
                ::_exit(kExitSetUpFailed);
            }
            runInit(birth.channel, birth.proc, 0);
        }
        if (unready != 0) {
            failed = true;
            report(birth.channel, step, Outcome{.result = -1, .error = unready});
            continue;
        }
        const Operation &operation = birth.steps.at(step).operation;
        if (const auto *exec = std::get_if<op::Execve>(&operation)) {
            becomeCommand(birth, *exec, step);
        } else if (const auto *clone = std::get_if<op::Clone3>(&operation)) {
            forkInside(birth, *clone, step);
        } else {
            birth.workplace.paths = receivePaths(birth, operation);
            Outcome outcome = perform(operation, birth.workplace);
            // A change of credentials forgets both.
            dieWithParent();
            if (birth.isUsers && outcome.error == 0 && !DumpableChildren::makeDumpable()) {
                outcome = {.result = -1, .error = errno, .durationUs = outcome.durationUs};
            }
            failed = outcome.error != 0;
            report(birth.channel, step, outcome);
        }
    }
    ::_exit(kExitSetUpFailed);
}

} // namespace nsw
