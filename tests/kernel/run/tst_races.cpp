// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/caller.h"
#include "core/run/performpaths.h"
#include "tests/support/oracletest.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

/** 1,000 in every run; NSW_RACES says how many in a long one. */
int rounds()
{
    constexpr int kRounds = 1000;
    return std::max(kRounds, qEnvironmentVariableIntValue("NSW_RACES"));
}

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

/** The caller's directory, in which a directory and a link to what is root's change places. */
struct Ground {
    explicit Ground(const Caller &caller)
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

    QTemporaryDir directory;
    bool good = directory.isValid();
    QByteArray source;
    QByteArray target;
    QByteArray sourceLink;
    QByteArray targetLink;
    QByteArray rootsSource;
    QByteArray rootsTarget;
    ino_t mine = 0;
    ino_t mineTarget = 0;
    ino_t roots = 0;
    ino_t rootsBelow = 0;
};

struct Tally {
    int done = 0; ///< mounted, as it was to be
    int refused = 0;
    int won = 0; ///< something of root's was mounted, or mounted on
};

/** Binds what stands at one path to what stands at the other, as often as was asked. */
Tally bindOften(const Ground &ground, const Caller &caller, int times, bool untilWon)
{
    const QStringList paths{QFile::decodeName(ground.source), QFile::decodeName(ground.target)};
    const op::Mount bind{.source = paths.at(0),
                         .target = paths.at(1),
                         .filesystem = {},
                         .flags = {u"MS_BIND"_s},
                         .data = {}};
    Tally tally;
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

struct Recycling {
    int recycled = 0; ///< the number came to mean another process
    int won = 0; ///< which was opened in place of the one that was held
    int wonUnheld = 0; ///< the same when nothing was held
};

/** As PID 1 of a PID namespace, with its own /proc. */
Recycling recycleOften(int times)
{
    Recycling result;
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

} // namespace

/** What was looked up is what is used, however quickly somebody changes it meanwhile. */
class TestRaces : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(::unshare(CLONE_NEWNS), 0);
        QCOMPARE(::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr), 0);
    }

    void groupsAreThoseOfTheSocket()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        const UniqueFd one(ends[0]);
        const UniqueFd other(ends[1]);
        const Caller own = callerAt(one.get(), ::geteuid());
        std::vector<gid_t> groups(static_cast<std::size_t>(::getgroups(0, nullptr)));
        QCOMPARE(::getgroups(static_cast<int>(groups.size()), groups.data()),
                 static_cast<int>(groups.size()));
        QCOMPARE(own.gid, ::getegid());
        QCOMPARE(own.groups, groups);
        // Made by somebody else: no more than the group of the account.
        const Caller user = racingUser();
        const Caller another = callerAt(one.get(), user.uid);
        QCOMPARE(another.uid, user.uid);
        QCOMPARE(another.gid, user.gid);
        QCOMPARE(another.groups.size(), std::size_t{0});
    }

    void aPathLeadsWhereTheCallerCanGo()
    {
        const Ground ground(racingUser());
        QVERIFY(ground.good);
        const QString link = QFile::decodeName(ground.sourceLink);
        const auto direct
            = openAs(racingUser(), -1, {QFile::decodeName(ground.source)}, LastLink::Followed);
        QVERIFY(direct);
        QCOMPARE(inodeBehind(direct->front()), ground.mine);
        const auto byLink = openAs(racingUser(), -1, {link}, LastLink::Followed);
        QVERIFY(!byLink);
        QCOMPARE(byLink.error().error.value, EACCES);
        QVERIFY(openAs(racingUser(), -1, {link}, LastLink::Kept));
        QVERIFY(openAs(Caller{}, -1, {link}, LastLink::Followed));
        // Nothing of ours is to be found there.
        const auto own = openAs(racingUser(), -1, {u"/proc/self/fd/0"_s}, LastLink::Followed);
        QVERIFY(!own || inodeBehind(own->front()) == inodeAt("/proc/self/fd/0"_ba));
    }

    void exchangedPaths()
    {
        const Caller user = racingUser();
        const Ground ground(user);
        QVERIFY(ground.good && ground.mine != 0 && ground.roots != 0);
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
        QVERIFY(exchange.isThere());
        const Tally tally = bindOften(ground, user, rounds(), false);
        qInfo("mounted %d, refused %d, won %d", tally.done, tally.refused, tally.won);
        QCOMPARE(tally.won, 0);
        QCOMPARE_GT(tally.done, 0);
        QCOMPARE_GT(tally.refused, 0);
        // With root's rights it would be lost soon: the race is one.
        QCOMPARE_GT(bindOften(ground, Caller{}, rounds(), true).won, 0);
    }

    void recycledNumbers()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const UniqueFd read(ends[0]);
        const UniqueFd write(ends[1]);
        const auto child = cloneProcess(CLONE_NEWPID | CLONE_NEWNS);
        QVERIFY(child);
        if (child->pid == 0) {
            const bool isReady = ::mount("proc", "/proc", "proc", 0, nullptr) == 0;
            const Recycling result = isReady ? recycleOften(rounds()) : Recycling{};
            ::_exit(::write(write.get(), &result, sizeof result) == sizeof result ? 0 : 1);
        }
        QCOMPARE(waitForExit(child->pidfd.get()).value_or(1), 0);
        Recycling result;
        QCOMPARE(::read(read.get(), &result, sizeof result), ssize_t{sizeof result});
        qInfo("recycled %d, won %d, won when not held %d",
              result.recycled,
              result.won,
              result.wonUnheld);
        QCOMPARE_GE(result.recycled, rounds() * 9 / 10);
        QCOMPARE(result.won, 0);
        QCOMPARE(result.wonUnheld, result.recycled);
    }
};

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
