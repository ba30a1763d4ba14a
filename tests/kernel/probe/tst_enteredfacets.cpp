// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/probe.h"
#include "tests/kernel/probe/witness.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"

#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr auto kScript = R"(
    hostname red
    ipcmk -p 0604 -Q
    mount -t tmpfs marked /mnt
    ip link set lo up
    nft 'add table inet lesson; add chain inet lesson in; add rule inet lesson in counter drop'
    unshare --pid --fork --kill-child sleep 1000 &
    sleep 0.2)";

/** Enters every namespace of `pid` except its PID namespace, as a probe of the supervisor does. */
bool enter(int pid)
{
    const UniqueFd target(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    std::uint64_t flags = 0;
    for (const NsKind kind : kAllKinds) {
        flags |= kind == NsKind::Pid ? 0 : infoOf(kind).flag;
    }
    return ::setns(target.get(), static_cast<int>(flags)) == 0;
}

QByteArray everythingFrom(int fd)
{
    QByteArray bytes;
    char chunk[4096];
    for (ssize_t got = 0; (got = ::read(fd, chunk, sizeof chunk)) > 0;) {
        bytes.append(chunk, got);
    }
    return bytes;
}

} // namespace

/** Facets of a container: taken by a child that entered it, and through the /proc of outside. */
class EnteredFacetsTest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namespaces();
    void processes();
    void uts();
    void ipc();
    void mounts();
    void users();
    void network();
    void cgroup();
    void time();
    void firewall();
    void asOtherProgramsSeeIt();

private:
    /** Taken here, as the supervisor does. */
    template<class T>
    T outside(const QString &pid)
    {
        const auto facet = takeFacet(T::kKind, Vantage{.proc = m_proc.get(), .pid = pid});
        return facet ? std::get<T>(*facet) : T{};
    }

    /** Taken by a child that entered. */
    template<class T>
    T inside()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) {
            return {};
        }
        const UniqueFd read(ends[0]);
        UniqueFd write(ends[1]);
        const pid_t child = ::fork();
        if (child == 0) {
            if (!enter(m_container.init())) {
                ::_exit(1);
            }
            const auto facet = takeFacet(
                T::kKind,
                Vantage{.proc = m_proc.get(), .pid = QString::number(m_container.init())});
            const QByteArray bytes = facet ? encodeFacet(*facet).toCbor() : QByteArray();
            ::_exit(::write(write.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()))
                            == bytes.size()
                        ? 0
                        : 2);
        }
        write.reset();
        const QByteArray bytes = everythingFrom(read.get());
        int status = -1;
        ::waitpid(child, &status, 0);
        const auto facet = fromCbor<T>(bytes);
        if (status != 0 || !facet) {
            qWarning() << "child ended with" << status;
            return {};
        }
        return *facet;
    }

    UniqueFd m_proc{::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    witness::Container m_container{QString::fromLatin1(kScript)};
};

void EnteredFacetsTest::initTestCase()
{
    NSW_REQUIRE(m_container.isReady(), "unshare(1) could make no eight namespaces");
}

void EnteredFacetsTest::namespaces()
{
    const QString init = QString::number(m_container.init());
    const auto own = outside<NamespacesFacet>(u"self"_s);
    const auto theirs = outside<NamespacesFacet>(init);
    QVERIFY(theirs.diagnostics.isEmpty());
    for (const NsKind kind : kAllKinds) {
        const QString link = u"/proc/"_s % init % u"/ns/"_s % infoOf(kind).procName;
        QVERIFY(witness::outputOf(u"readlink"_s, {link})
                    .contains(QByteArray::number(theirs.of(kind)->inode)));
        QVERIFY(theirs.of(kind)->inode != own.of(kind)->inode);
        if (own.of(kind)->id) {
            QVERIFY(theirs.of(kind)->id != own.of(kind)->id);
        }
        const auto owner = kind == NsKind::User ? own.user->inode : theirs.user->inode;
        QCOMPARE(theirs.of(kind)->owner, owner);
    }
    QCOMPARE(theirs.user->parent, own.user->inode);
    QCOMPARE(theirs.pid->parent, own.pid->inode);
    QCOMPARE(theirs.user->ownerUid, ::geteuid());
}

void EnteredFacetsTest::processes()
{
    const auto facet = outside<ProcessesFacet>(QString::number(m_container.init()));
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.level, 1);
    // The shell, the unshare that it started, and its sleep, one PID namespace further in.
    QCOMPARE(facet.processes.size(), 3);
    QList<QString> names;
    for (const Process &process : facet.processes) {
        names << process.name;
        QCOMPARE(process.uid, ::geteuid());
    }
    QCOMPARE(names, (QList<QString>{u"sh"_s, u"unshare"_s, u"sleep"_s}));
    QCOMPARE(facet.processes.at(0).pids, (QList<std::int32_t>{m_container.init(), 1}));
    QCOMPARE(facet.processes.at(1).parent, m_container.init());
    QCOMPARE(facet.processes.at(2).pids.size(), 3);
    QCOMPARE(facet.processes.at(2).pids.last(), 1);
    QCOMPARE(facet.processes.at(2).parent, facet.processes.at(1).pids.first());
    QCOMPARE(facet.processes.at(2).command, u"sleep 1000"_s);
    // And all of them are seen from outside.
    const auto all = outside<ProcessesFacet>(u"self"_s);
    for (const Process &process : facet.processes) {
        QVERIFY(std::ranges::contains(
            all.processes, process.pids, [](const Process &other) { return other.pids; }));
    }
}

void EnteredFacetsTest::uts()
{
    QCOMPARE(inside<UtsFacet>().nodename, u"red"_s);
    QVERIFY(outside<UtsFacet>(u"self"_s).nodename != u"red"_s);
}

void EnteredFacetsTest::ipc()
{
    const auto facet = inside<IpcFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.messageQueues.size(), 1);
    const QByteArray told = "queue id: " + QByteArray::number(facet.messageQueues.first().id);
    QVERIFY(m_container.printed().contains(told));
    QCOMPARE(facet.messageQueues.first().mode, 0604U);
    QCOMPARE(facet.messageQueues.first().uid, 0U);
    const auto own = outside<IpcFacet>(u"self"_s);
    QVERIFY(!own.messageQueues.contains(facet.messageQueues.first()));
}

void EnteredFacetsTest::mounts()
{
    const auto facet = inside<MountsFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    const auto isMarked = [](const MountPoint &mount) {
        return mount.source == u"marked"_s && mount.target == u"/mnt"_s
            && mount.filesystem == u"tmpfs"_s;
    };
    QVERIFY(std::ranges::any_of(facet.mounts, isMarked));
    QVERIFY(std::ranges::none_of(outside<MountsFacet>(u"self"_s).mounts, isMarked));
}

void EnteredFacetsTest::users()
{
    const auto facet = inside<UsersFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.uid, IdSet{});
    QCOMPARE(facet.uidMap, (QList<MappedRange>{{0, ::geteuid(), 1}}));
    QCOMPARE(facet.gidMap, (QList<MappedRange>{{0, ::getegid(), 1}}));
    QCOMPARE(facet.setgroups, u"deny"_s);
    QVERIFY(facet.capabilities.effective.contains(u"cap_sys_admin"_s));
}

void EnteredFacetsTest::network()
{
    const auto facet = inside<NetworkFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    const auto isOwn = [](const Link &link) {
        return link.name == u"lo"_s;
    };
    QCOMPARE(std::ranges::count_if(facet.links, isOwn), 1);
    QVERIFY(facet.links.first().flags.contains(u"UP"_s));
    QVERIFY(std::ranges::contains(facet.addresses, u"127.0.0.1"_s, &InterfaceAddress::address));
    QVERIFY(facet.routes.isEmpty());
}

void EnteredFacetsTest::cgroup()
{
    const auto facet = inside<CgroupFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.path, u"/"_s);
}

void EnteredFacetsTest::time()
{
    const auto own = outside<TimeFacet>(u"self"_s);
    const auto facet = inside<TimeFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.monotonicOffset, 86400);
    QCOMPARE(own.monotonicZero - facet.monotonicZero, 86400);
    QCOMPARE(facet.boottimeZero, own.boottimeZero);
    // Without entering, the offsets of the other are read all the same, and give the same zeros.
    QCOMPARE(outside<TimeFacet>(QString::number(m_container.init())), facet);
}

void EnteredFacetsTest::firewall()
{
    QStringList lines;
    for (const FirewallLine &line : inside<FirewallFacet>().lines) {
        lines << u"  "_s.repeated(line.depth) + line.text;
    }
    QCOMPARE(lines,
             (QStringList{u"table inet lesson"_s,
                          u"  chain in"_s,
                          u"    counter packets 0 bytes 0 drop"_s}));
}

/** What nsenter(1) shows, and capsh(1) makes of the same bits. */
void EnteredFacetsTest::asOtherProgramsSeeIt()
{
    const auto within = [this](const QStringList &command) {
        const QStringList arguments{u"--target"_s,
                                    QString::number(m_container.init()),
                                    u"--user"_s,
                                    u"--preserve-credentials"_s,
                                    u"--mount"_s,
                                    u"--uts"_s,
                                    u"--ipc"_s,
                                    u"--net"_s};
        return QString::fromUtf8(witness::outputOf(u"nsenter"_s, arguments + command)).trimmed();
    };
    QCOMPARE(inside<UtsFacet>().nodename, within({u"uname"_s, u"-n"_s}));
    QStringList links;
    for (const Link &link : inside<NetworkFacet>().links) {
        links << link.name;
    }
    const QString theirs
        = within({u"sh"_s, u"-c"_s, u"ip -o link | cut -d : -f 2 | cut -d @ -f 1"_s});
    QCOMPARE(links, theirs.simplified().split(u' '));
    const auto queues = inside<IpcFacet>().messageQueues;
    QCOMPARE(queues.size(), 1);
    const QString listed = within({u"ipcs"_s, u"-q"_s});
    QVERIFY(listed.contains(QString::number(queues.first().id)));
    QVERIFY(listed.contains(u"604"_s));

    const QString bits = QString::fromUtf8(
        witness::outputOf(u"grep"_s, {u"CapEff"_s, u"/proc/%1/status"_s.arg(m_container.init())}));
    const QString named = QString::fromUtf8(
        witness::outputOf(u"capsh"_s, {u"--decode="_s + bits.section(u':', 1).trimmed()}));
    QCOMPARE(inside<UsersFacet>().capabilities.effective,
             named.trimmed().section(u'=', 1).split(u','));
}

QTEST_GUILESS_MAIN(EnteredFacetsTest)
#include "tst_enteredfacets.moc"
