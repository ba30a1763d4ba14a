// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/run/faultrun.h"
#include "tests/support/containers.h"
#include "tests/support/leakoracle.h"
#include "tests/support/require.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>
#include <vector>

#include <pwd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kWholeExit = 7;
#ifdef __SANITIZE_ADDRESS__
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

struct Attempt {
    FaultPoint point;
    int error = 0;
};

QString attemptText(const Attempt &attempt)
{
    return textOf(attempt.point) + u' ' + errnoName(Errno{attempt.error});
}

/** Of what is the same in each container no more than one way to fail. */
QList<int> errorsFor(const FaultPoint &point, Method method)
{
    if (!kIsQuick) {
        const bool isSame = method != Method::Clone && point.role != Role::Inside;
        return isSame || point.role == Role::Prober ? QList<int>() : QList{EPERM};
    }
    // A prober only looks, and all that fails is the same to who waits for it.
    if (point.role == Role::Prober) {
        return {EPERM};
    }
    return method == Method::Clone ? QList{EPERM, ENOMEM, EINTR, ENOSPC} : QList{EPERM, EINTR};
}

std::vector<Attempt> attemptsAt(const QList<FaultPoint> &points, Method method)
{
    std::vector<Attempt> attempts;
    for (const FaultPoint &point : points) {
        for (const int error : errorsFor(point, method)) {
            attempts.push_back({.point = point, .error = error});
        }
    }
    return attempts;
}

} // namespace

/** Whichever system call fails while a container is made: its client is told, and nothing stays. */
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallMayFail_data()
    {
        QTest::addColumn<Container>("container");
        QTest::addColumn<bool>("rootless");
        QTest::newRow("rootless, clone") << fullContainer(Method::Clone, true, true, false) << true;
        QTest::newRow("rootless, unshare, init")
            << fullContainer(Method::Unshare, true, true, true) << true;
        QTest::newRow("root, clone, no PID namespace")
            << fullContainer(Method::Clone, false, false, false) << false;
        QTest::newRow("root, unshare")
            << fullContainer(Method::Unshare, false, true, false) << false;
    }

    void everyCallMayFail()
    {
        QFETCH(const Container, container);
        QFETCH(const bool, rootless);
        const FaultRun::Order order{.configuration = configurationOf(container),
                                    .uid = rootless ? ordinaryUser() : 0,
                                    .point = {},
                                    .error = 0};
        NSW_REQUIRE(!rootless || order.uid != 0, "needs an ordinary user, named in NSW_TEST_USER");
        const FaultRun whole = carryOut(order);
        QCOMPARE(whole.wrong("out\nerr\n", kWholeExit), QString());
        QCOMPARE(whole.exit, std::optional(kWholeExit));
        const std::vector<Attempt> attempts = attemptsAt(whole.met, container.method);
        const LeakOracle oracle;
        QElapsedTimer timer;
        timer.start();
        attemptAll(order, attempts);
        qInfo("%d points, %lld ms", m_met.load(), static_cast<long long>(timer.elapsed()));
        QVERIFY2(m_wrong.isEmpty(), qPrintable(u'\n' + m_wrong.join(u'\n')));
        QCOMPARE(oracle.difference(), QString());
        QCOMPARE_GE(m_met.load(), kIsQuick ? 150 : 40);
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
                one.point = attempts.at(i).point;
                one.error = attempts.at(i).error;
                const FaultRun run = carryOut(one);
                m_met += run.injected ? 1 : 0;
                m_hung += run.hung ? 1 : 0;
                if (const QString wrong = run.wrong("out\nerr\n", kWholeExit); !wrong.isEmpty()) {
                    const std::scoped_lock lock(m_mutex);
                    m_wrong << attemptText(attempts.at(i)) + u": "_s + wrong;
                }
            }
        };
        std::vector<std::jthread> workers;
        workers.reserve(kFaultsAtOnce);
        for (int i = 0; i < kFaultsAtOnce; ++i) {
            workers.emplace_back(work);
        }
    }

    std::atomic<int> m_met = 0;
    std::atomic<int> m_hung = 0;
    std::mutex m_mutex;
    QStringList m_wrong;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
