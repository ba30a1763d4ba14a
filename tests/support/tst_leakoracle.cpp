// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/leakoracle.h"
#include "tests/support/require.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

/** An oracle that sees nothing would pass every test, so it is shown one leak of each sort. */
class TestLeakOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappened();
    void aProcess();
    void aZombie();
    void aNamespaceInAProcess();
    void aNamespaceInAnOpenFile();
    void aMount();
    void aPinnedNamespace();
    void aQueue();
    void aFileInRun();
    void aCgroup();
    void whatEndsInTimeIsNoLeak();
};

namespace
{

constexpr auto kAtOnce = 0ms;

template<class Child>
pid_t inChild(Child child)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        child();
        ::_exit(0);
    }
    return pid;
}

/** A child that is in a new network namespace by the time this returns. */
pid_t inNewNetwork()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return -1;
    }
    const pid_t pid = inChild([ends] {
        const char ok = ::unshare(CLONE_NEWNET) == 0 ? 'y' : 'n';
        if (::write(ends[1], &ok, 1) == 1) {
            ::pause();
        }
    });
    char answer = 'n';
    const bool there = ::read(ends[0], &answer, 1) == 1 && answer == 'y';
    ::close(ends[0]);
    ::close(ends[1]);
    return there ? pid : -1;
}

/** Waits until the child has ended, and leaves it to be reaped. */
bool becomesZombie(pid_t pid)
{
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) == 0;
}

void end(pid_t pid)
{
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
}

} // namespace

void TestLeakOracle::nothingHappened()
{
    const LeakOracle oracle;
    QCOMPARE(oracle.difference(kAtOnce), QString());
}

void TestLeakOracle::aProcess()
{
    const LeakOracle oracle;
    const pid_t pid = inChild([] { ::pause(); });
    QVERIFY(oracle.difference(kAtOnce).startsWith(u"+ process %1 "_s.arg(pid)));
    end(pid);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aZombie()
{
    const LeakOracle oracle;
    const pid_t pid = inChild([] { });
    QVERIFY(becomesZombie(pid));
    QVERIFY(oracle.difference(kAtOnce).endsWith(u", state Z)"_s));
    ::waitpid(pid, nullptr, 0);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aNamespaceInAProcess()
{
    const LeakOracle oracle;
    const pid_t pid = inNewNetwork();
    QVERIFY(pid > 0);
    QVERIFY(oracle.difference(kAtOnce).contains(u"+ namespace net:["_s));
    end(pid);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aNamespaceInAnOpenFile()
{
    const LeakOracle oracle;
    const pid_t pid = inNewNetwork();
    QVERIFY(pid > 0);
    QFile held(u"/proc/%1/ns/net"_s.arg(pid));
    QVERIFY(held.open(QIODevice::ReadOnly));
    end(pid);
    const QString difference = oracle.difference(200ms);
    QVERIFY2(difference.startsWith(u"+ namespace net:["_s), qPrintable(difference));
    QVERIFY(difference.endsWith(u", fd %1)"_s.arg(held.handle())));
    held.close();
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aMount()
{
    const LeakOracle oracle;
    QCOMPARE(::mount("leak", "/mnt", "tmpfs", 0, nullptr), 0);
    QVERIFY(oracle.difference(kAtOnce).contains(u" /mnt "_s));
    QCOMPARE(::umount("/mnt"), 0);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aPinnedNamespace()
{
    const LeakOracle oracle;
    const QByteArray pin = "/tmp/leakoracle-pin";
    QVERIFY(QFile(QString::fromLatin1(pin)).open(QIODevice::WriteOnly));
    const pid_t pid = inNewNetwork();
    QVERIFY(pid > 0);
    const QByteArray path = QFile::encodeName(u"/proc/%1/ns/net"_s.arg(pid));
    QCOMPARE(::mount(path.constData(), pin.constData(), nullptr, MS_BIND, nullptr), 0);
    end(pid);
    const QString difference = oracle.difference(200ms);
    QVERIFY2(difference.contains(u"(held by the mount /tmp/leakoracle-pin)"_s),
             qPrintable(difference));
    QCOMPARE(::umount(pin.constData()), 0);
    QCOMPARE(::unlink(pin.constData()), 0);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aQueue()
{
    const LeakOracle oracle;
    const int queue = ::msgget(IPC_PRIVATE, 0600);
    QVERIFY(queue >= 0);
    QVERIFY(oracle.difference(kAtOnce).startsWith(u"+ sysv msg id %1"_s.arg(queue)));
    QCOMPARE(::msgctl(queue, IPC_RMID, nullptr), 0);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aFileInRun()
{
    const LeakOracle oracle;
    QFile file(u"/run/leakoracle"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(oracle.difference(kAtOnce), u"+ file /run/leakoracle"_s);
    QVERIFY(file.remove());
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::aCgroup()
{
    const LeakOracle oracle;
    const char *directory = "/sys/fs/cgroup/leakoracle";
    const bool isMade = ::mkdir(directory, 0755) == 0;
    if (!isMade && errno == EACCES) {
        QSKIP("whoever is not root owns no cgroup here"); // where the kernel allows it, CI does it
    }
    NSW_REQUIRE(isMade, "no cgroup2 file system that can be written");
    QCOMPARE(oracle.difference(kAtOnce), u"+ cgroup /sys/fs/cgroup/leakoracle"_s);
    QCOMPARE(::rmdir(directory), 0);
    QCOMPARE(oracle.difference(), QString());
}

void TestLeakOracle::whatEndsInTimeIsNoLeak()
{
    QVERIFY(::signal(SIGCHLD, SIG_IGN) != SIG_ERR);
    const LeakOracle oracle;
    inChild([] { ::usleep(100'000); });
    QVERIFY(!oracle.difference(kAtOnce).isEmpty());
    QCOMPARE(oracle.difference(), QString());
    QVERIFY(::signal(SIGCHLD, SIG_DFL) != SIG_ERR);
}

QTEST_GUILESS_MAIN(TestLeakOracle)
#include "tst_leakoracle.moc"
