// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/run/actsession.h"
#include "tests/support/oracletest.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/utsname.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

QString ownHostname()
{
    utsname names{};
    (void)::uname(&names);
    return QString::fromUtf8(names.nodename);
}

bool hasCode(const ActDoneEvent &done, FindingCode code)
{
    return std::ranges::contains(done.findings, code, &Finding::code);
}

qsizetype countOf(const IpcFacet &ipc, IpcKind kind)
{
    switch (kind) {
    case IpcKind::Queue:
        return ipc.messageQueues.size();
    case IpcKind::Semaphores:
        return ipc.semaphoreSets.size();
    case IpcKind::Memory:
        return ipc.sharedMemory.size();
    case IpcKind::PosixQueue:
        return ipc.posixQueues.size();
    }
    Q_UNREACHABLE();
}

} // namespace

/** Acts on a container in namespaces of its own, made by whoever runs this. */
class TestActs : public OracleTest
{
    Q_OBJECT

    void prepare() override
    {
        m_run = std::make_unique<ActSession>();
        QVERIFY(m_run->begin({u"sleep"_s, u"1000"_s}));
    }

    void finish() override { m_run.reset(); }

private Q_SLOTS:
    void hostnameInsideAndNotOutside()
    {
        const QString before = ownHostname();
        const auto done = m_run->act(Side::Inside, act::SetHostname{u"teal"_s});
        QVERIFY(isDone(done));
        QVERIFY(m_run->waitFor([this] { return hostname(Side::Inside) == u"teal"_s; }));
        QCOMPARE(ownHostname(), before);
        const StepState &last = m_run->state().steps.constLast();
        QCOMPARE(last.step.n, static_cast<std::int32_t>(m_run->state().plan.steps.size()) + 1);
        QCOMPARE(last.step.operation, Operation(op::Sethostname{u"teal"_s}));
        QVERIFY(last.outcome && !last.outcome->error);
        QVERIFY(isDone(m_run->act(Side::Inside, act::SetDomainname{u"lab"_s})));
        QVERIFY(m_run->waitFor([this] {
            const auto *uts = m_run->facet<UtsFacet>(Side::Inside);
            return uts != nullptr && uts->domainname == u"lab"_s;
        }));
    }

    void hostnameOutsideTakesRights()
    {
        const QString before = ownHostname();
        if (::geteuid() == 0) {
            QVERIFY(isDone(m_run->act(Side::Outside, act::SetHostname{u"other"_s})));
            QCOMPARE(ownHostname(), u"other"_s);
            QVERIFY(isDone(m_run->act(Side::Outside, act::SetHostname{before})));
            return;
        }
        const auto done = m_run->act(Side::Outside, act::SetHostname{u"other"_s});
        QCOMPARE(done.error.value_or(Error{}).error.value, EPERM);
        QCOMPARE(ownHostname(), before);
        QVERIFY(m_run->failedStep() != nullptr);
        QCOMPARE(m_run->failedStep()->step.actor, Actor::Outside);
    }

    void ipcOnEitherSide_data()
    {
        QTest::addColumn<IpcKind>("kind");
        QTest::addColumn<Side>("side");
        for (const Side side : {Side::Inside, Side::Outside}) {
            for (std::size_t i = 0; i < EnumNames<IpcKind>::kValues.size(); ++i) {
                const auto kind = static_cast<IpcKind>(i);
                QTest::addRow("%s %s", nameOf(kind).data(), nameOf(side).data()) << kind << side;
            }
        }
    }

    void ipcOnEitherSide()
    {
        QFETCH(const IpcKind, kind);
        QFETCH(const Side, side);
        const Side other = side == Side::Inside ? Side::Outside : Side::Inside;
        const qsizetype here = ipcCount(side, kind);
        const qsizetype there = ipcCount(other, kind);
        act::CreateIpc create;
        create.kind = kind;
        create.name = u"/nsw-test"_s;
        create.semaphores = 3;
        create.mode = 0640;
        QVERIFY(isDone(m_run->act(side, create)));
        // The queues of the outside are read where somebody mounted them (mq_overview(7)).
        const bool isSeen = side == Side::Inside || kind != IpcKind::PosixQueue
            || m_run->facet<IpcFacet>(side)->diagnostics.isEmpty();
        QVERIFY(!isSeen || m_run->waitFor([&] { return ipcCount(side, kind) == here + 1; }));
        QCOMPARE(ipcCount(other, kind), there);
        const auto result = m_run->state().steps.constLast().outcome->result;
        act::RemoveIpc remove{
            .kind = kind, .id = static_cast<std::int32_t>(result), .name = u"/nsw-test"_s};
        QVERIFY(isDone(m_run->act(side, remove)));
        QVERIFY(m_run->waitFor([&] { return ipcCount(side, kind) == here; }));
        const auto again = m_run->act(side, remove);
        QVERIFY(again.error.has_value());
    }

    void whatIsMadeOutsideGoesWithTheSession()
    {
        const qsizetype before = ipcCount(Side::Outside, IpcKind::Queue);
        act::CreateIpc create;
        create.kind = IpcKind::Queue;
        QVERIFY(isDone(m_run->act(Side::Outside, create)));
        QVERIFY(
            m_run->waitFor([&] { return ipcCount(Side::Outside, IpcKind::Queue) == before + 1; }));
        m_run->session.send(StopRequest{});
        QVERIFY(m_run->waitForEnd());
        ActSession next;
        QVERIFY(next.begin({u"sleep"_s, u"1000"_s}));
        QCOMPARE(countOf(*next.facet<IpcFacet>(Side::Outside), IpcKind::Queue), before);
    }

    void theInitIgnoresWhatItHasNoHandlerFor()
    {
        const std::int32_t init = m_run->outerPid();
        for (const auto *signal : {"SIGTERM", "SIGKILL"}) {
            const auto done = m_run->act(
                Side::Inside, act::SendSignal{.pid = init, .signal = QString::fromLatin1(signal)});
            QVERIFY2(!done.error && hasCode(done, FindingCode::IgnoredByInit), signal);
            const StepState &last = m_run->state().steps.constLast();
            QCOMPARE(last.step.operation,
                     Operation(op::Kill{.pid = 1, .signal = QString::fromLatin1(signal)}));
        }
        QVERIFY(!m_run->state().exit);
        const auto done
            = m_run->act(Side::Outside, act::SendSignal{.pid = init, .signal = u"TERM"_s});
        QVERIFY(hasCode(done, FindingCode::IgnoredByInit));
        m_run->ask(Side::Outside, act::SendSignal{.pid = init, .signal = u"9"_s});
        QVERIFY(m_run->waitForEnd());
        QCOMPARE(m_run->state().exit, std::optional(128 + SIGKILL));
    }

    void anOrdinaryProcessGetsSignalsFromBothSides()
    {
        for (const Side side : {Side::Inside, Side::Outside}) {
            QVERIFY(isDone(m_run->act(
                Side::Inside, act::Start{.command = {u"sleep"_s, u"999"_s}, .environment = {}})));
            QVERIFY(m_run->waitFor([this] { return pidOf(u"sleep 999"_s) != 0; }));
            const auto done = m_run->act(
                side, act::SendSignal{.pid = pidOf(u"sleep 999"_s), .signal = u"SIGTERM"_s});
            QVERIFY(isDone(done));
            QVERIFY(done.findings.isEmpty());
            QVERIFY(m_run->waitFor([this] { return pidOf(u"sleep 999"_s) == 0; }));
        }
    }

    void processesElsewhereAreNotInside()
    {
        const auto done = m_run->act(
            Side::Inside,
            act::SendSignal{.pid = static_cast<std::int32_t>(::getpid()), .signal = u"TERM"_s});
        QVERIFY(hasCode(done, FindingCode::NotInside));
    }

    void outputOfACommandArrives()
    {
        QVERIFY(isDone(m_run->act(
            Side::Inside,
            act::Start{.command
                       = {u"sh"_s, u"-c"_s, u"echo $NAME $(hostname); readlink /proc/self"_s},
                       .environment = {{u"NAME"_s, u"me"_s}}})));
        QVERIFY(m_run->waitFor([this] { return m_run->output().contains("me acts\n"); }));
        // Its number is one of the container's own.
        QVERIFY(m_run->waitFor([this] { return m_run->output().count('\n') == 2; }));
        QVERIFY(m_run->output().split('\n').at(1).toInt() < 100);
        const auto done
            = m_run->act(Side::Inside, act::Start{.command = {u"/no/such"_s}, .environment = {}});
        QCOMPARE(done.error.value_or(Error{}).error.value, ENOENT);
    }

    void mounts_data()
    {
        QTest::addColumn<MountType>("type");
        QTest::addColumn<QString>("source");
        QTest::newRow("tmpfs") << MountType::Tmpfs << QString();
        QTest::newRow("proc") << MountType::Proc << QString();
        QTest::newRow("mqueue") << MountType::Mqueue << QString();
        QTest::newRow("bind") << MountType::Bind << u"/etc"_s;
    }

    void mounts()
    {
        QFETCH(const MountType, type);
        QFETCH(const QString, source);
        const QTemporaryDir directory;
        const QString target = directory.path();
        QVERIFY(isDone(m_run->act(
            Side::Inside,
            act::MountAt{.type = type, .source = source, .target = target, .options = {}})));
        QVERIFY(m_run->waitFor([&] { return isMounted(Side::Inside, target); }));
        QVERIFY(!isMounted(Side::Outside, target));
        QVERIFY(isDone(m_run->act(Side::Inside, act::Unmount{target})));
        QVERIFY(m_run->waitFor([&] { return !isMounted(Side::Inside, target); }));
        QCOMPARE(m_run->act(Side::Inside, act::Unmount{target}).error.value_or(Error{}).error.value,
                 EINVAL);
    }

    void loopbackAndAddress()
    {
        const auto isUp = [this] {
            const auto *network = m_run->facet<NetworkFacet>(Side::Inside);
            return network != nullptr && std::ranges::any_of(network->links, [](const Link &link) {
                       return link.name == u"lo"_s && link.flags.contains(u"UP"_s);
                   });
        };
        for (const bool up : {true, false, true}) {
            QVERIFY(isDone(m_run->act(Side::Inside, act::SwitchLink{.link = u"lo"_s, .up = up})));
            QVERIFY(m_run->waitFor([&] { return isUp() == up; }));
        }
        for (const QString &address : {u"192.0.2.7"_s, u"2001:db8::7"_s}) {
            const act::AddAddress add{.link = u"lo"_s, .address = address, .prefixLength = 24};
            QVERIFY(isDone(m_run->act(Side::Inside, add)));
            QVERIFY(m_run->waitFor([&] {
                const auto *network = m_run->facet<NetworkFacet>(Side::Inside);
                return std::ranges::contains(
                    network->addresses, address, &InterfaceAddress::address);
            }));
            QCOMPARE(m_run->act(Side::Inside, add).error.value_or(Error{}).error.value, EEXIST);
        }
    }

    void onlyInside()
    {
        const QList<Act> acts{
            act::Start{.command = {u"true"_s}, .environment = {}},
            act::MountAt{
                .type = MountType::Tmpfs, .source = {}, .target = u"/mnt"_s, .options = {}},
            act::SwitchLink{.link = u"lo"_s, .up = false}};
        for (const Act &act : acts) {
            QVERIFY(hasCode(m_run->act(Side::Outside, act), FindingCode::OnlyInside));
        }
    }

    void aSharedNamespaceIsNotTheInside()
    {
        Container container;
        container.name = u"shares"_s;
        container.namespaces.user = NewUser{};
        container.command = QStringList{u"sleep"_s, u"1000"_s};
        ActSession run;
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        QVERIFY(hasCode(run.act(Side::Inside, act::SetHostname{u"x"_s}),
                        FindingCode::SharedWithOutside));
        // A command is started and reaped without a PID namespace too.
        QVERIFY(isDone(run.act(Side::Inside,
                               act::Start{.command = {u"sleep"_s, u"998"_s}, .environment = {}})));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void nonsenseIsAnsweredAndTheSessionLives()
    {
        const QString before = hostname(Side::Inside);
        const auto bad = m_run->act(Side::Inside, act::SetHostname{QString(65, u'x')});
        QVERIFY(hasCode(bad, FindingCode::NameTooLong));
        const auto unknown = m_run->act(
            Side::Inside, act::SendSignal{.pid = m_run->outerPid(), .signal = u"SIGNOTHING"_s});
        QVERIFY(hasCode(unknown, FindingCode::UnknownSignal));
        const auto large = m_run->act(
            Side::Inside, act::Start{.command = QStringList(1000, u"x"_s), .environment = {}});
        QVERIFY(hasCode(large, FindingCode::CommandTooLong));
        QCOMPARE(hostname(Side::Inside), before);
        QVERIFY(isDone(m_run->act(Side::Inside, act::SetHostname{u"alive"_s})));
    }

private:
    static bool isDone(const ActDoneEvent &done)
    {
        if (done.error) {
            qWarning("%s %s",
                     qPrintable(done.error->operation),
                     qPrintable(errnoName(done.error->error)));
        }
        for (const Finding &finding : done.findings) {
            qWarning("%s %s", nameOf(finding.code).data(), qPrintable(finding.path));
        }
        return !done.error && !hasErrors(done.findings);
    }

    [[nodiscard]] QString hostname(Side side) const
    {
        const auto *uts = m_run->facet<UtsFacet>(side);
        return uts == nullptr ? QString() : uts->nodename;
    }

    [[nodiscard]] qsizetype ipcCount(Side side, IpcKind kind) const
    {
        const auto *ipc = m_run->facet<IpcFacet>(side);
        return ipc == nullptr ? -1 : countOf(*ipc, kind);
    }

    [[nodiscard]] bool isMounted(Side side, const QString &target) const
    {
        const auto *mounts = m_run->facet<MountsFacet>(side);
        return mounts != nullptr
            && std::ranges::contains(mounts->mounts, target, &MountPoint::target);
    }

    /** The outer PID of the process inside with that command line; 0: there is none. */
    [[nodiscard]] std::int32_t pidOf(const QString &command) const
    {
        const auto *processes = m_run->facet<ProcessesFacet>(Side::Inside);
        const auto found = std::ranges::find(processes->processes, command, &Process::command);
        return found == processes->processes.end() ? 0 : found->pids.first();
    }

    std::unique_ptr<ActSession> m_run;
};

QTEST_GUILESS_MAIN(TestActs)
#include "tst_acts.moc"
