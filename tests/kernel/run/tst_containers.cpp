// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qint64 kDay = 86400;

/** Everything that can be chosen for a kind, so that its facet shows the isolation. */
void choose(NsKind kind, Namespaces &namespaces)
{
    switch (kind) {
    case NsKind::Mount: {
        NewMount mount;
        mount.mounts << MountEntry{.type = MountType::Tmpfs,
                                   .source = {},
                                   .target = u"/mnt"_s,
                                   .options = {u"size=64k"_s}};
        namespaces.mount = mount;
        break;
    }
    case NsKind::Uts:
        namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = u"lab"_s};
        break;
    case NsKind::Ipc:
        namespaces.ipc = NewIpc{};
        break;
    case NsKind::Pid:
        namespaces.pid = NewPid{};
        break;
    case NsKind::Network:
        namespaces.network = NewNetwork{};
        break;
    case NsKind::User:
        namespaces.user = NewUser{};
        break;
    case NsKind::Cgroup:
        namespaces.cgroup = NewCgroup{};
        break;
    case NsKind::Time:
        namespaces.time = NewTime{.monotonicOffset = kDay, .boottimeOffset = 0};
        break;
    }
}

Container containerOf(const QList<NsKind> &kinds, Method method)
{
    Container container;
    container.name = u"red"_s;
    container.method = method;
    for (const NsKind kind : kinds) {
        choose(kind, container.namespaces);
    }
    return container;
}

quint64 inodeOf(qint32 pid, NsKind kind)
{
    const QString link
        = QFileInfo(u"/proc/%1/ns/%2"_s.arg(pid).arg(infoOf(kind).procName)).readSymLink();
    // Qt makes the target absolute; what counts is the number in the brackets.
    const qsizetype open = link.lastIndexOf(u'[');
    return link.sliced(open + 1, link.size() - open - 2).toULongLong();
}

bool isRoot()
{
    return ::geteuid() == 0;
}

} // namespace

class TestContainers : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    /** What is written goes into the layer on top, and what lies below shows through. */
    void overlaysTakeWhatIsWritten()
    {
        Container container;
        container.name = u"red"_s;
        container.namespaces.user = NewUser{};
        NewMount mount;
        mount.mounts << MountEntry{.type = MountType::Tmpfs,
                                   .source = {},
                                   .target = u"/mnt"_s,
                                   .options = {}}
                     << MountEntry{.type = MountType::Overlay,
                                   .source = {},
                                   .target = u"/mnt/all"_s,
                                   .options = {},
                                   .lower = {u"/usr/share"_s, u"/usr/bin"_s},
                                   .upper = u"/mnt/up"_s,
                                   .work = u"/mnt/work"_s};
        container.namespaces.mount = mount;
        container.command = {u"sh"_s,
                             u"-c"_s,
                             u"test -d /mnt/all/dbus-1 && test -e /mnt/all/ls && echo both; "
                             "echo x > /mnt/all/nsw-new; ls /mnt/up; exec sleep 1000"_s};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        QVERIFY2(run.waitFor([&] { return run.output() == "both\nnsw-new\n"; }),
                 run.output().constData());
        const auto *mounts = run.facet<MountsFacet>(Side::Inside);
        QVERIFY(std::ranges::any_of(mounts->mounts, [](const auto &one) {
            return one.target == u"/mnt/all"_s && one.filesystem == u"overlay"_s;
        }));
        QVERIFY(!QFileInfo::exists(u"/usr/share/nsw-new"_s));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void isolatesExactlyWhatWasTicked_data()
    {
        QTest::addColumn<QList<NsKind>>("kinds");
        QTest::addColumn<Method>("method");
        for (const Method method : {Method::Clone, Method::Unshare}) {
            const QByteArray suffix = method == Method::Clone ? " by clone" : " by unshare";
            const auto add = [&](const QByteArray &name, const QList<NsKind> &kinds) {
                QTest::newRow(QByteArray(name + suffix).constData()) << kinds << method;
            };
            for (const NsKind kind : kAllKinds) {
                const QByteArray name = nameOf(kind).data();
                if (isRoot()) {
                    add(name, {kind});
                }
                if (kind != NsKind::User) {
                    add(name + " with user", {NsKind::User, kind});
                }
            }
            add("user alone", {NsKind::User});
            add("all eight", QList<NsKind>(kAllKinds.begin(), kAllKinds.end()));
            add("none", {});
        }
    }

    void isolatesExactlyWhatWasTicked()
    {
        QFETCH(const QList<NsKind>, kinds);
        QFETCH(const Method, method);
        SessionRun run;
        run.start(containerOf(kinds, method));
        QVERIFY(run.waitUntilLooked());
        QCOMPARE(run.failedStep(), nullptr);

        const auto *inside = run.facet<NamespacesFacet>(Side::Inside);
        const auto *outside = run.facet<NamespacesFacet>(Side::Outside);
        QVERIFY(inside != nullptr && outside != nullptr);
        const qint32 pid = run.outerPid();
        QVERIFY(pid > 0);
        for (const NsKind kind : kAllKinds) {
            QVERIFY2(inside->of(kind) && outside->of(kind), nameOf(kind).data());
            const bool differs = inside->of(kind)->inode != outside->of(kind)->inode;
            QVERIFY2(differs == kinds.contains(kind), nameOf(kind).data());
            QCOMPARE(inside->of(kind)->inode, inodeOf(pid, kind));
            QCOMPARE(outside->of(kind)->inode, inodeOf(static_cast<qint32>(::getpid()), kind));
            if (differs && kinds.contains(NsKind::User) && kind != NsKind::User) {
                QCOMPARE(inside->of(kind)->owner, std::optional(inside->user->inode));
            }
        }
        compareFacets(run, kinds);
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void commandIsProcessOne()
    {
        Container container
            = containerOf({NsKind::User, NsKind::Pid, NsKind::Mount}, Method::Clone);
        container.command = QStringList{u"sh"_s, u"-c"_s, u"echo $$; ps -e -o pid= | wc -l"_s};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        // The shell, wc and ps: nobody else's processes are in the new /proc.
        QCOMPARE(run.output().simplified(), "1 3");
    }

    void initReapsForACommandThatDoesNot()
    {
        Container container = containerOf({NsKind::User, NsKind::Mount}, Method::Clone);
        NewPid pid;
        pid.init = true;
        container.namespaces.pid = pid;
        // The grandchild is orphaned and ends; the command then looks for zombies.
        container.command = QStringList{
            u"sh"_s,
            u"-c"_s,
            u"(sh -c 'exit 0' & exec true); echo $$; while ps -e -o stat= | grep -q Z; "
            "do :; done; echo clean"_s};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY2(run.output().simplified().endsWith("clean"), run.output().constData());
        QVERIFY(!run.output().startsWith("1\n"));
    }

    void cloneAndUnshareGiveEqualFacets()
    {
        const QList<NsKind> all(kAllKinds.begin(), kAllKinds.end());
        SessionRun cloned;
        SessionRun unshared;
        cloned.start(containerOf(all, Method::Clone));
        unshared.start(containerOf(all, Method::Unshare));
        QVERIFY(cloned.waitUntilLooked());
        QVERIFY(unshared.waitUntilLooked());
        QCOMPARE(*cloned.facet<UtsFacet>(Side::Inside), *unshared.facet<UtsFacet>(Side::Inside));
        QCOMPARE(*cloned.facet<IpcFacet>(Side::Inside), *unshared.facet<IpcFacet>(Side::Inside));
        QCOMPARE(*cloned.facet<UsersFacet>(Side::Inside),
                 *unshared.facet<UsersFacet>(Side::Inside));
        QCOMPARE(*cloned.facet<NetworkFacet>(Side::Inside),
                 *unshared.facet<NetworkFacet>(Side::Inside));
        QCOMPARE(*cloned.facet<TimeFacet>(Side::Inside), *unshared.facet<TimeFacet>(Side::Inside));
        QCOMPARE(*cloned.facet<CgroupFacet>(Side::Inside),
                 *unshared.facet<CgroupFacet>(Side::Inside));
    }

    void aQueueMadeInsideIsSeenInsideOnly()
    {
        Container container = containerOf({NsKind::User, NsKind::Ipc}, Method::Clone);
        container.command = QStringList{u"sh"_s, u"-c"_s, u"ipcmk -Q; exec sleep 1000"_s};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitFor([&] {
            const auto *inside = run.facet<IpcFacet>(Side::Inside);
            return inside != nullptr && inside->messageQueues.size() == 1;
        }));
        const auto *inside = run.facet<IpcFacet>(Side::Inside);
        const auto *outside = run.facet<IpcFacet>(Side::Outside);
        for (const SysvObject &queue : outside->messageQueues) {
            QVERIFY(queue.key != inside->messageQueues.first().key);
        }
    }

    void joinsByPidAndByPath()
    {
        const QList<NsKind> kinds{NsKind::User,
                                  NsKind::Uts,
                                  NsKind::Network,
                                  NsKind::Ipc,
                                  NsKind::Mount,
                                  NsKind::Pid,
                                  NsKind::Cgroup,
                                  NsKind::Time};
        SessionRun first;
        first.start(containerOf(kinds, Method::Clone));
        QVERIFY(first.waitUntilLooked());
        const qint32 pid = first.outerPid();
        for (const bool byPath : {false, true}) {
            Container container;
            container.name = u"guest"_s;
            const auto join = [&](NsKind kind) {
                return byPath
                    ? Join{JoinPath{u"/proc/%1/ns/%2"_s.arg(pid).arg(infoOf(kind).procName)}}
                    : Join{JoinPid{pid}};
            };
            container.namespaces.user = join(NsKind::User);
            container.namespaces.uts = join(NsKind::Uts);
            container.namespaces.network = join(NsKind::Network);
            container.namespaces.ipc = join(NsKind::Ipc);
            container.namespaces.mount = join(NsKind::Mount);
            container.namespaces.pid = join(NsKind::Pid);
            container.namespaces.cgroup = join(NsKind::Cgroup);
            container.namespaces.time = join(NsKind::Time);
            container.command
                = QStringList{u"sh"_s, u"-c"_s, u"hostname; id -u; echo $$; exec sleep 1000"_s};
            SessionRun second;
            second.start(container);
            QVERIFY(second.waitUntilLooked());
            QVERIFY2(second.failedStep() == nullptr,
                     second.failedStep() == nullptr
                         ? ""
                         : qPrintable(second.failedStep()->outcome->call));
            const auto *inside = second.facet<NamespacesFacet>(Side::Inside);
            for (const NsKind kind : kinds) {
                QCOMPARE(inside->of(kind)->inode, inodeOf(pid, kind));
            }
            QVERIFY(second.waitFor([&] { return second.output().count('\n') == 3; }));
            const QList<QByteArray> lines = second.output().split('\n');
            QCOMPARE(lines.at(0), "red");
            QCOMPARE(lines.at(1), "0");
            QVERIFY(lines.at(2).toInt() > 1);
            second.session.send(StopRequest{});
            QVERIFY(second.waitForEnd());
        }
    }

    void joinsOneKindAndMakesAnother()
    {
        SessionRun first;
        first.start(containerOf({NsKind::User, NsKind::Network}, Method::Clone));
        QVERIFY(first.waitUntilLooked());
        for (const Method method : {Method::Clone, Method::Unshare}) {
            Container container = containerOf({NsKind::Uts, NsKind::Pid, NsKind::Mount}, method);
            container.namespaces.user = Join{JoinPid{first.outerPid()}};
            container.namespaces.network = Join{JoinPid{first.outerPid()}};
            container.command = QStringList{u"sh"_s, u"-c"_s, u"hostname; echo $$"_s};
            SessionRun second;
            second.start(container);
            QVERIFY(second.waitForEnd());
            QCOMPARE(second.failedStep(), nullptr);
            QCOMPARE(second.output(), "red\n1\n");
            QCOMPARE(second.facet<NamespacesFacet>(Side::Inside)->network->inode,
                     inodeOf(first.outerPid(), NsKind::Network));
        }
    }

private:
    static void compareFacets(const SessionRun &run, const QList<NsKind> &kinds)
    {
        const auto *uts = run.facet<UtsFacet>(Side::Inside);
        const auto *mounts = run.facet<MountsFacet>(Side::Inside);
        const auto *outerMounts = run.facet<MountsFacet>(Side::Outside);
        const auto *users = run.facet<UsersFacet>(Side::Inside);
        const auto *network = run.facet<NetworkFacet>(Side::Inside);
        const auto *time = run.facet<TimeFacet>(Side::Inside);
        const auto *processes = run.facet<ProcessesFacet>(Side::Inside);
        QVERIFY(uts && mounts && outerMounts && users && network && time && processes);
        const auto hasMnt = [](const MountsFacet &facet) {
            return std::ranges::any_of(facet.mounts, [](const MountPoint &mount) {
                return mount.target == u"/mnt" && mount.filesystem == u"tmpfs"
                    && mount.superOptions.contains(u"size=64k");
            });
        };
        QCOMPARE(uts->nodename == u"red", kinds.contains(NsKind::Uts));
        QCOMPARE(uts->domainname == u"lab", kinds.contains(NsKind::Uts));
        QCOMPARE(hasMnt(*mounts), kinds.contains(NsKind::Mount));
        QVERIFY(!hasMnt(*outerMounts));
        if (kinds.contains(NsKind::User)) {
            QCOMPARE(users->uid.effective, 0U);
            QCOMPARE(users->uidMap.first().count, 1U);
            QCOMPARE(run.facet<UsersFacet>(Side::Outside)->uid.effective, ::geteuid());
            QCOMPARE(users->uidMap.first().outside, ::geteuid());
        }
        if (kinds.contains(NsKind::Network)) {
            QCOMPARE(network->links.size(), 1);
            QCOMPARE(network->links.first().name, u"lo"_s);
            QVERIFY(network->links.first().flags.contains(u"UP"));
        }
        QCOMPARE(time->monotonicOffset, kinds.contains(NsKind::Time) ? kDay : 0);
        QCOMPARE(run.facet<TimeFacet>(Side::Outside)->monotonicZero - time->monotonicZero,
                 kinds.contains(NsKind::Time) ? kDay : 0);
        if (kinds.contains(NsKind::Cgroup)) {
            QCOMPARE(run.facet<CgroupFacet>(Side::Inside)->path, u"/"_s);
        }
        if (kinds.contains(NsKind::Pid)) {
            QCOMPARE(processes->processes.size(), 1);
            QCOMPARE(processes->processes.first().pids.last(), 1);
            QCOMPARE(processes->processes.first().pids.first(), run.outerPid());
        }
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
