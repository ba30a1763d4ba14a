// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/races.h"

#include "core/run/performpaths.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** A process that goes on doing something until it is destroyed. */
class Meanwhile
{
public:
    template<class Act>
    explicit Meanwhile(Act act)
    {
        auto child = cloneProcess(0);
        if (child && child->pid == 0) {
            setParentDeathSignal(SIGKILL);
            while (true) {
                act();
            }
        }
        m_process = child ? std::move(child->pidfd) : UniqueFd();
    }
    ~Meanwhile()
    {
        (void)sendSignal(m_process.get(), SIGKILL);
        (void)waitForExit(m_process.get());
    }
    Meanwhile(const Meanwhile &) = delete;
    Meanwhile &operator=(const Meanwhile &) = delete;
    Meanwhile(Meanwhile &&) = delete;
    Meanwhile &operator=(Meanwhile &&) = delete;

    [[nodiscard]] bool isThere() const { return m_process.isValid(); }

private:
    UniqueFd m_process;
};

/** Binds what stands at one path to what stands at the other, as often as was asked. */
PathRace bindOften(const RaceGround &ground, const Caller &caller, int times, bool untilWon)
{
    const QStringList paths{QFile::decodeName(ground.source), QFile::decodeName(ground.target)};
    const op::Mount bind{.source = paths.at(0),
                         .target = paths.at(1),
                         .filesystem = {},
                         .flags = {u"MS_BIND"_s},
                         .data = {}};
    PathRace tally;
    for (int i = 0; i < times && (!untilWon || tally.won == 0); ++i) {
        auto opened = openAs(caller, -1, paths, LastLink::Followed);
        if (!opened) {
            ++tally.refused;
            continue;
        }
        Workplace workplace;
        workplace.paths = *std::move(opened);
        const bool isMounted = perform(bind, workplace).error == 0;
        const bool isWin = (isMounted && inodeBehind(workplace.mounted) != ground.mine)
            || inodeAt(ground.rootsTarget) != ground.rootsBelow;
        tally.won += isWin ? 1 : 0;
        tally.done += isMounted && !isWin ? 1 : 0;
        if (isMounted
            && (::fchdir(workplace.mounted.get()) != 0 || ::umount2(".", MNT_DETACH) != 0
                || ::chdir("/") != 0)) {
            ++tally.won; // it can't be told any more
        }
    }
    return tally;
}

[[noreturn]] void wait()
{
    setParentDeathSignal(SIGKILL);
    while (true) {
        ::pause();
    }
}

Child waitingChild()
{
    auto child = cloneProcess(CLONE_NEWUTS);
    if (child && child->pid == 0) {
        wait();
    }
    return child ? *std::move(child) : Child{};
}

void end(const Child &child)
{
    (void)sendSignal(child.pidfd.get(), SIGKILL);
    (void)waitForExit(child.pidfd.get());
}

Configuration joining(pid_t pid)
{
    Container container;
    container.namespaces.uts = Join{JoinPid{pid}};
    return {.version = Configuration::kVersion, .name = {}, .containers = {container}};
}

bool writeTo(const char *path, const QByteArray &text)
{
    const UniqueFd fd(::open(path, O_WRONLY | O_CLOEXEC));
    return ::write(fd.get(), text.constData(), static_cast<std::size_t>(text.size()))
        == text.size();
}

/** As PID 1 of a PID namespace, with its own /proc. */
NumberRace recycleOften(int times)
{
    NumberRace result;
    const UniqueFd proc(::open("/proc", O_DIRECTORY | O_RDONLY | O_CLOEXEC));
    for (int i = 0; i < times; ++i) {
        const Child first = waitingChild();
        Workplace holding;
        holding.held = holdTargets(joining(first.pid), proc.get());
        end(first);
        if (!writeTo("/proc/sys/kernel/ns_last_pid", QByteArray::number(first.pid - 1))) {
            return result;
        }
        const Child second = waitingChild();
        if (second.pid == first.pid) {
            ++result.recycled;
            const Outcome held = perform(op::PidfdOpen{first.pid}, holding);
            result.won += held.error != ESRCH ? 1 : 0;
            Workplace plain;
            result.wonUnheld += perform(op::PidfdOpen{first.pid}, plain).error == 0 ? 1 : 0;
        }
        end(second);
    }
    return result;
}

std::optional<PathRace>
exchangeWhile(const RaceGround &ground, const Caller &caller, int times, bool untilWon)
{
    const Meanwhile exchange([&] {
        (void)::renameat2(AT_FDCWD,
                          ground.source.constData(),
                          AT_FDCWD,
                          ground.sourceLink.constData(),
                          RENAME_EXCHANGE);
        (void)::renameat2(AT_FDCWD,
                          ground.target.constData(),
                          AT_FDCWD,
                          ground.targetLink.constData(),
                          RENAME_EXCHANGE);
    });
    return exchange.isThere() ? std::optional(bindOften(ground, caller, times, untilWon))
                              : std::nullopt;
}

} // namespace

Caller racingUser()
{
    const passwd *entry = ::getpwnam( // NOLINT(concurrency-mt-unsafe): one thread
        qgetenv("NSW_TEST_USER").constData());
    return entry == nullptr ? Caller{.uid = 65534, .gid = 65534, .groups = {}}
                            : Caller{.uid = entry->pw_uid, .gid = entry->pw_gid, .groups = {}};
}

ino_t inodeAt(const QByteArray &path)
{
    struct stat status{};
    return ::stat(path.constData(), &status) == 0 ? status.st_ino : 0;
}

ino_t inodeBehind(const UniqueFd &fd)
{
    struct stat status{};
    return ::fstat(fd.get(), &status) == 0 ? status.st_ino : 0;
}

RaceGround::RaceGround(const Caller &caller)
{
    const QByteArray base = QFile::encodeName(directory.path());
    for (const char *name : {"/mine", "/target", "/roots", "/roots/source", "/roots/target"}) {
        good = good && ::mkdir(QByteArray(base + name).constData(), S_IRWXU) == 0;
    }
    source = base + "/mine";
    target = base + "/target";
    sourceLink = base + "/s";
    targetLink = base + "/t";
    rootsSource = base + "/roots/source";
    rootsTarget = base + "/roots/target";
    good = good && ::symlink(rootsSource.constData(), sourceLink.constData()) == 0
        && ::symlink(rootsTarget.constData(), targetLink.constData()) == 0;
    for (const QByteArray &path : {base, source, target}) {
        good = good && ::chown(path.constData(), caller.uid, caller.gid) == 0;
    }
    // NOLINTBEGIN(cppcoreguidelines-prefer-member-initializer): they are made above
    mine = inodeAt(source);
    mineTarget = inodeAt(target);
    roots = inodeAt(rootsSource);
    rootsBelow = inodeAt(rootsTarget);
    // NOLINTEND(cppcoreguidelines-prefer-member-initializer)
}

std::optional<PathRace> raceForPaths(const RaceGround &ground, const Caller &caller, int times)
{
    return exchangeWhile(ground, caller, times, false);
}

std::optional<PathRace> raceUntilWon(const RaceGround &ground, int times)
{
    return exchangeWhile(ground, Caller{}, times, true);
}

std::optional<NumberRace> raceForNumbers(int times)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    const UniqueFd read(ends[0]);
    const UniqueFd write(ends[1]);
    const auto child = cloneProcess(CLONE_NEWPID | CLONE_NEWNS);
    if (!child) {
        return std::nullopt;
    }
    if (child->pid == 0) {
        const bool isReady = ::mount("proc", "/proc", "proc", 0, nullptr) == 0;
        const NumberRace result = isReady ? recycleOften(times) : NumberRace{};
        ::_exit(::write(write.get(), &result, sizeof result) == sizeof result ? 0 : 1);
    }
    NumberRace result;
    const bool hasEnded = waitForExit(child->pidfd.get()).value_or(1) == 0;
    return hasEnded && ::read(read.get(), &result, sizeof result) == sizeof result
        ? std::optional(result)
        : std::nullopt;
}

} // namespace nsw::test
