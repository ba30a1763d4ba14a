// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/spawn.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nsw
{

namespace
{

bool setEnvironment(const QMap<QString, QString> &environment)
{
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): this process has one thread
        if (::setenv(it.key().toUtf8().constData(), it.value().toUtf8().constData(), 1) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

int execute(const op::Execve &exec)
{
    std::vector<QByteArray> words;
    std::vector<char *> argv;
    words.reserve(static_cast<std::size_t>(exec.argv.size()));
    for (const QString &word : exec.argv) {
        words.push_back(QFile::encodeName(word));
        argv.push_back(words.back().data());
    }
    argv.push_back(nullptr);
    if (!setEnvironment(exec.environment)) {
        return errno;
    }
    resetSignals();
    ::execvp(argv.front(), argv.data());
    return errno;
}

Command notSpawned(int error)
{
    return {.pid = 0, .outcome = {.result = -1, .error = error, .durationUs = 0}};
}

Command spawn(const op::Execve &exec)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return notSpawned(errno);
    }
    const UniqueFd read(ends[0]);
    UniqueFd write(ends[1]);
    const std::int64_t start = nowUs();
    auto child = cloneProcess(0);
    if (!child) {
        return {
            .pid = 0,
            .outcome
            = {.result = -1, .error = child.error().error.value, .durationUs = nowUs() - start}};
    }
    if (child->pid == 0) {
        const int error = execute(exec);
        const bool told = ::write(write.get(), &error, sizeof error) == sizeof error;
        ::_exit(told ? kExitNotExecutable : kExitSetUpFailed);
    }
    write.reset();
    int error = 0;
    const bool failed = ::read(read.get(), &error, sizeof error) == sizeof error;
    const Outcome outcome{.result = failed ? -1 : child->pid,
                          .error = failed ? error : 0,
                          .durationUs = nowUs() - start};
    if (failed) {
        (void)waitForExit(child->pidfd.get());
    }
    return {.pid = failed ? 0 : child->pid, .outcome = outcome};
}

} // namespace nsw
