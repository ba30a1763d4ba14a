// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"
#include "core/probe/hostfacts.h"
#include "tests/kernel/probe/witness.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

Configuration joining(const JoinTarget &uts, const JoinTarget &network)
{
    Container container;
    container.namespaces.uts = Join{uts};
    container.namespaces.network = Join{network};
    Configuration configuration;
    configuration.containers << container;
    return configuration;
}

JoinFacts factsOf(const JoinTarget &target)
{
    Configuration configuration;
    configuration.containers << Container{};
    configuration.containers.first().namespaces.network = Join{target};
    return gatherHostFacts(configuration).joins.value(0);
}

} // namespace

/** What the planner is told of this machine, against the kernel's own answer. */
class HostFactsTest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsks();
    void joinByPidAndPath();
    void joinRefused();
    void whatIsNoNamespaceIsNotOpened();
    void chrootedAsTheKernelHasIt_data();
    void chrootedAsTheKernelHasIt();
};

void HostFactsTest::whoAsks()
{
    const HostFacts facts = gatherHostFacts(Configuration{});
    QCOMPARE(QByteArray::number(facts.uid), witness::outputOf(u"id"_s, {u"-u"_s}).trimmed());
    QCOMPARE(facts.sysAdmin, facts.uid == 0);
    QVERIFY(!facts.uidMap.isEmpty());
    QCOMPARE(facts.supported.size(), 8);
    QVERIFY(witness::outputOf(u"readlink"_s, {u"/proc/self/ns/user"_s})
                .contains(QByteArray::number(facts.userNamespace)));
    // That unshare(1) works is the proof that nothing here forbids it.
    const bool works
        = !witness::outputOf(u"unshare"_s, {u"--user"_s, u"readlink"_s, u"/proc/self/ns/user"_s})
               .isNull();
    QCOMPARE(works,
             facts.restriction.isEmpty() && !facts.chrooted
                 && !facts.exhausted.contains(NsKind::User));
    timespec now{};
    QCOMPARE(::clock_gettime(CLOCK_BOOTTIME, &now), 0);
    QCOMPARE_LE(std::abs(now.tv_sec - facts.boottimeNow), 1);
}

void HostFactsTest::joinByPidAndPath()
{
    const witness::Container container{u"true"_s};
    NSW_REQUIRE(container.isReady(), "unshare(1) could make no eight namespaces");
    const QString path = u"/proc/%1/ns/net"_s.arg(container.init());
    const HostFacts facts = gatherHostFacts(joining(JoinPid{container.init()}, JoinPath{path}));
    QCOMPARE(facts.joins.size(), 2);
    const JoinFacts &uts = facts.joins.at(0);
    QCOMPARE(uts.kind, NsKind::Uts);
    QCOMPARE(uts.error, Errno{});
    QCOMPARE(uts.actualKind, std::nullopt);
    QVERIFY(uts.identity.inode != 0);
    const JoinFacts &network = facts.joins.at(1);
    QCOMPARE(network.kind, NsKind::Network);
    QCOMPARE(network.actualKind, NsKind::Network);
    QCOMPARE(network.identity.owner, uts.identity.owner);
    QVERIFY(network.identity.owner != facts.userNamespace);
    // The same target for one more kind is looked at as that kind; a wrong file says what it is.
    const JoinFacts wrong = factsOf(JoinPath{u"/proc/self/ns/uts"_s});
    QCOMPARE(wrong.kind, NsKind::Network);
    QCOMPARE(wrong.actualKind, NsKind::Uts);
}

void HostFactsTest::joinRefused()
{
    QCOMPARE(factsOf(JoinPid{0}).error, Errno{ESRCH});
    QCOMPARE(factsOf(JoinPid{-1}).error, Errno{ESRCH});
    QCOMPARE(factsOf(JoinPid{0x7fffffff}).error, Errno{ESRCH});
    QCOMPARE(factsOf(JoinPath{u"/nowhere"_s}).error, Errno{ENOENT});
    if (::geteuid() != 0) {
        QVERIFY(factsOf(JoinPid{1}).error);
    }
}

void HostFactsTest::whatIsNoNamespaceIsNotOpened()
{
    const QTemporaryDir directory;
    const QString fifo = directory.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(fifo.toUtf8().constData(), 0600), 0);
    for (const QString &path : {fifo, directory.path(), u"/dev/null"_s, u"/proc/self/status"_s}) {
        const JoinFacts facts = factsOf(JoinPath{path});
        QCOMPARE(facts.error, Errno{});
        QCOMPARE(facts.actualKind, std::nullopt);
        QCOMPARE(facts.identity, NamespaceIdentity{});
    }
}

void HostFactsTest::chrootedAsTheKernelHasIt_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("not at all") << 0;
    QTest::newRow("to a directory") << 1;
    QTest::newRow("to a mount point") << 2;
    QTest::newRow("under a mount over the root") << 3;
}

void HostFactsTest::chrootedAsTheKernelHasIt()
{
    if (::geteuid() != 0) {
        return; // needs mounts that only root makes; the row of root covers it
    }
    QFETCH(const int, how);
    const pid_t child = ::fork();
    if (child == 0) {
        // All in a mount namespace of its own. The /proc stays open: it is not found again below.
        const UniqueFd proc(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
        bool ready = ::unshare(CLONE_NEWNS) == 0
            && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        if (how == 1 || how == 2) {
            ready = ready && ::mount("x", "/mnt", "tmpfs", 0, nullptr) == 0
                && ::mkdir("/mnt/directory", 0700) == 0
                && ::chroot(how == 1 ? "/mnt/directory" : "/mnt") == 0;
        } else if (how == 3) {
            ready = ready && ::mount("x", "/", "tmpfs", 0, nullptr) == 0;
        }
        if (!ready) {
            ::_exit(2);
        }
        const bool told = gatherHostFacts(Configuration{}, proc.get()).chrooted;
        const bool refused = ::unshare(CLONE_NEWUSER) != 0;
        ::_exit(told == refused ? 0 : 3 + (told ? 1 : 0));
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    // To a mount point made after leaving the mount namespace of init can't be told apart.
    QCOMPARE(WEXITSTATUS(status), how == 2 ? 3 : 0);
}

QTEST_GUILESS_MAIN(HostFactsTest)
#include "tst_hostfacts.moc"
