// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/kernel/run/faultrun.h"
#include "tests/support/containers.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"
#include "tests/support/subordinateuser.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

#include <pwd.h>
#include <sched.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kWholeExit = 7;
#ifdef NSW_SANITIZED
constexpr bool kIsQuick = false; // a supervisor takes ten times as long to start
#else
constexpr bool kIsQuick = true;
#endif
constexpr int kFaultsAtOnce = 4;
constexpr int kEnough = 8; // each one that hangs takes its time

/** An ordinary user of the machine, for what needs no rights. */
uid_t ordinaryUser()
{
    const QByteArray name = qgetenv("NSW_TEST_USER");
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before there are threads
    const passwd *user = name.isEmpty() ? nullptr : ::getpwnam(name.constData());
    return user == nullptr ? 0 : user->pw_uid;
}

Container fullContainer(Method method, bool userNamespace, bool pidNamespace, bool init)
{
    Container container = allEight(u"red"_s);
    container.method = method;
    container.namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = u"lab"_s};
    container.namespaces.time = NewTime{.monotonicOffset = 1, .boottimeOffset = 0};
    NewMount mount;
    mount.mounts << MountEntry{.type = MountType::Tmpfs,
                               .source = {},
                               .target = u"/mnt"_s,
                               .options = {u"size=64k"_s}}
                 << MountEntry{.type = MountType::Bind,
                               .source = u"/usr"_s,
                               .target = u"/mnt/usr"_s,
                               .options = {u"ro"_s}};
    container.namespaces.mount = mount;
    container.namespaces.pid = NewPid{.init = init};
    if (!userNamespace) {
        container.namespaces.user.reset();
    }
    if (!pidNamespace) {
        container.namespaces.pid.reset();
    }
    container.workingDirectory = u"/mnt"_s;
    // Where a stream is not its own, it does not come to be seen.
    container.command
        = {u"sh"_s, u"-c"_s, u"[ -p /dev/stdin ] && exec sh -c 'echo out; echo err >&2; exit 7'"_s};
    return container;
}

/**
 * NSW_FAULTS=all is the long form: each point with each error. Else a row that is not whole takes
 * the errors in turn, so that all of them come to each sort of call; with sanitizers, not at each
 * point.
 */
std::vector<Attempt> attemptsAt(const QList<FaultPoint> &points, bool isWhole)
{
    constexpr std::array kErrors{EPERM, ENOMEM, EINTR, ENOSPC};
    const bool isLong = qEnvironmentVariable("NSW_FAULTS") == u"all"_s;
    const std::size_t step = kIsQuick || isLong ? 1 : kErrors.size();
    std::vector<Attempt> attempts;
    for (std::size_t i = 0; i < static_cast<std::size_t>(points.size()); i += step) {
        const FaultPoint &point = points.at(static_cast<qsizetype>(i));
        if (isLong || (isWhole && kIsQuick)) {
            for (const int error : kErrors) {
                attempts.push_back({.point = point, .error = error});
            }
        } else {
            attempts.push_back({.point = point, .error = kErrors.at((i / step) % kErrors.size())});
        }
    }
    return attempts;
}

/** Each run has one of its own: several are made at a time, and what went takes a moment. */
Veth cableOf(std::size_t run)
{
    constexpr std::size_t kNetworks = 256;
    const QString network
        = u"198.%1.%2"_s.arg(18 + (run / kNetworks % 2)).arg(run % kNetworks); // RFC 2544
    return {.name = u"eth0"_s,
            .peer = u"nsw-%1"_s.arg(run),
            .address = network + u".2/24"_s,
            .peerAddress = network + u".1/24"_s};
}

Configuration withCableOf(std::size_t run, Configuration configuration)
{
    if (hasCable(configuration)) {
        configuration.containers.first().namespaces.network
            = NewNetwork{.loopback = true, .veth = cableOf(run)};
    }
    return configuration;
}

/** With ids that are set aside for the user, which take the helper to map. */
Container assistedContainer(uid_t user)
{
    Container container = fullContainer(Method::Clone, true, true, false);
    container.namespaces.user = subordinateUser(user);
    container.namespaces.network = NewNetwork{.loopback = true, .veth = cableOf(0)};
    return container;
}

/** Somebody else's process in namespaces of its own. */
struct Bystander {
    Bystander()
    {
        auto child = cloneProcess(CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWNET);
        if (child && child->pid == 0) {
            setParentDeathSignal(SIGKILL);
            while (true) {
                ::pause();
            }
        }
        pid = child ? child->pid : 0;
        pidfd = child ? std::move(child->pidfd) : UniqueFd();
    }
    ~Bystander()
    {
        (void)sendSignal(pidfd.get(), SIGKILL);
        (void)waitForExit(pidfd.get());
    }
    Bystander(const Bystander &) = delete;
    Bystander &operator=(const Bystander &) = delete;
    Bystander(Bystander &&) = delete;
    Bystander &operator=(Bystander &&) = delete;

    pid_t pid = 0;
    UniqueFd pidfd;
};

Container attachedContainer(pid_t target)
{
    Container container;
    container.name = u"red"_s;
    container.namespaces.uts = Join{JoinPid{target}};
    container.namespaces.ipc = Join{JoinPid{target}};
    container.namespaces.network = Join{JoinPid{target}};
    container.command = {u"sh"_s, u"-c"_s, u"echo out; echo err >&2; exit 7"_s};
    return container;
}

} // namespace

/** Whichever system call fails while a container is made: its client is told, and nothing stays. */
class TestFaults : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallMayFail_data() const
    {
        QTest::addColumn<Container>("container");
        QTest::addColumn<bool>("rootless");
        QTest::addColumn<Privilege>("grant");
        QTest::addColumn<bool>("isWhole");
        const auto row = [](const char *name, const Container &container, bool rootless) {
            QTest::newRow(name) << container << rootless << Privilege::None
                                << (rootless && container.method == Method::Clone);
        };
        row("rootless, clone", fullContainer(Method::Clone, true, true, false), true);
        row("rootless, unshare, init", fullContainer(Method::Unshare, true, true, true), true);
        row("root, clone, no PID namespace",
            fullContainer(Method::Clone, false, false, false),
            false);
        row("root, unshare", fullContainer(Method::Unshare, false, true, false), false);
        const auto granted = [](const char *name, const Container &container, Privilege grant) {
            QTest::newRow(name) << container << true << grant << false;
        };
        granted(
            "on behalf, root", fullContainer(Method::Clone, false, true, false), Privilege::Root);
        granted("on behalf, assisted", assistedContainer(ordinaryUser()), Privilege::Assisted);
        granted("on behalf, attach", attachedContainer(m_target.pid), Privilege::Attach);
    }

    void everyCallMayFail()
    {
        QFETCH(const Container, container);
        QFETCH(const bool, rootless);
        QFETCH(const Privilege, grant);
        QFETCH(const bool, isWhole);
        const FaultRun::Order order{.configuration = configurationOf(container),
                                    .user = rootless ? ordinaryUser() : 0,
                                    .grant = grant,
                                    .attempt = {}};
        NSW_REQUIRE(!rootless || order.user != 0, "needs an ordinary user, named in NSW_TEST_USER");
        const FaultRun whole = carryOut(order);
        QCOMPARE(whole.wrong("out\nerr\n", kWholeExit), QString());
        QCOMPARE(whole.exit, std::optional(kWholeExit));
        const std::vector<Attempt> attempts = attemptsAt(whole.met, isWhole);
        const LeakOracle oracle;
        QElapsedTimer timer;
        timer.start();
        attemptAll(order, attempts);
        qInfo("%d points, %lld ms", m_met.load(), static_cast<long long>(timer.elapsed()));
        QVERIFY2(m_wrong.isEmpty(), qPrintable(u'\n' + m_wrong.join(u'\n')));
        QCOMPARE(oracle.difference(), QString());
        QCOMPARE_GE(m_met.load(), kIsQuick ? 150 : 30);
    }

private:
    void attemptAll(const FaultRun::Order &order, const std::vector<Attempt> &attempts)
    {
        m_met = 0;
        m_hung = 0;
        m_wrong.clear();
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < attempts.size() && m_hung < kEnough; i = next++) {
                FaultRun::Order one = order;
                one.attempt = attempts.at(i);
                one.configuration = withCableOf(i, order.configuration);
                const FaultRun run = carryOut(one);
                m_met += run.injected ? 1 : 0;
                m_hung += run.hung ? 1 : 0;
                if (const QString wrong = run.wrong("out\nerr\n", kWholeExit); !wrong.isEmpty()) {
                    const std::scoped_lock lock(m_mutex);
                    m_wrong << textOf(attempts.at(i)) + u": "_s + wrong;
                }
            }
        };
        std::vector<std::jthread> workers;
        workers.reserve(kFaultsAtOnce);
        for (int i = 0; i < kFaultsAtOnce; ++i) {
            workers.emplace_back(work);
        }
    }

    Bystander m_target;
    std::atomic<int> m_met = 0;
    std::atomic<int> m_hung = 0;
    std::mutex m_mutex;
    QStringList m_wrong;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
