// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/kernel/run/actsession.h"
#include "tests/support/killseries.h"
#include "tests/support/oracletest.h"

#include <QDir>
#include <QTest>

#include <array>
#include <csignal>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::array kVictims{std::pair{"window", Victim::Window},
                              std::pair{"supervisor", Victim::Supervisor},
                              std::pair{"inside", Victim::Inside}};
constexpr std::chrono::seconds kInTime(2);

} // namespace
Q_DECLARE_METATYPE(nsw::test::Victim)

/** Whoever is killed, nothing stays. */
class TestLeaks : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStaysAfterAKill_data()
    {
        QTest::addColumn<Victim>("victim");
        QTest::addColumn<bool>("pidNamespace");
        QTest::addColumn<bool>("init");
        for (const auto &[name, victim] : kVictims) {
            QTest::addRow("%s, command is PID 1", name) << victim << true << false;
            QTest::addRow("%s, init is PID 1", name) << victim << true << true;
            QTest::addRow("%s, no PID namespace", name) << victim << false << false;
        }
    }

    void nothingStaysAfterAKill()
    {
        QFETCH(const Victim, victim);
        QFETCH(const bool, pidNamespace);
        QFETCH(const bool, init);
        const LeakOracle oracle;
        Container container = stubborn(allEight(u"red"_s));
        container.namespaces.pid = NewPid{.init = init};
        if (!pidNamespace) {
            container.namespaces.pid.reset();
        }
        RunningContainer running(container);
        QVERIFY(running.waitUntilUp());
        const auto pid = running.find(victim);
        QVERIFY(pid);
        const auto target = openPidfd(*pid);
        QVERIFY(target && sendSignal(target->get(), SIGKILL));
        QVERIFY(running.waitForEnd(kInTime));
        QCOMPARE(oracle.difference(kInTime), QString());
    }

    void nothingStaysAfterAKillAtRandom_data()
    {
        QTest::addColumn<Victim>("victim");
        for (const auto &[name, victim] : kVictims) {
            QTest::addRow("%s", name) << victim;
        }
    }

    /** At any moment from the first of the process on: on its way, while it is looked at, later. */
    void nothingStaysAfterAKillAtRandom()
    {
        QFETCH(const Victim, victim);
        constexpr int kKills = 20;
        KillSeries series(victim);
        qInfo("NSW_SEED=%u", series.seed());
        for (int i = 0; i < kKills; ++i) {
            const auto left = series.killNext();
            QVERIFY2(left.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(i).arg(left)));
        }
    }

    void cyclesLeaveNothing()
    {
        constexpr int kCycles = 200;
        const LeakOracle oracle;
        {
            SessionRun run;
            Container container = allEight(u"red"_s);
            container.namespaces.time = NewTime{.monotonicOffset = 1, .boottimeOffset = 0};
            container.command = QStringList{u"true"_s};
            const auto descriptors = [&] {
                return QDir(u"/proc/%1/fd"_s.arg(run.state().ready.pid))
                    .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                    .size();
            };
            qsizetype before = 0;
            for (int i = 0; i < kCycles; ++i) {
                const qsizetype ends = countEnds(run);
                run.start(container, 0);
                QVERIFY(run.waitFor([&] { return countEnds(run) == ends + 1; }));
                QCOMPARE(run.state().exit, std::optional(0));
                before = i == 0 ? descriptors() : before;
                run.events.clear();
            }
            // A prober kept ready has a few, and comes and goes; a leak is one for each cycle.
            constexpr qsizetype kFew = 8;
            QCOMPARE_LE(descriptors(), before + kFew);
        }
        // Looked at from the event loop: that is where the supervisor is reaped.
        QString left;
        QVERIFY2(QTest::qWaitFor([&] {
                     left = oracle.difference(std::chrono::milliseconds(0));
                     return left.isEmpty();
                 }),
                 qPrintable(left));
    }

    void actsLeaveNothing_data()
    {
        QTest::addColumn<bool>("pidNamespace");
        QTest::addColumn<bool>("killed");
        QTest::newRow("stopped") << true << false;
        QTest::newRow("stopped, no PID namespace") << false << false;
        QTest::newRow("supervisor killed") << true << true;
        QTest::newRow("supervisor killed, no PID namespace") << false << true;
    }

    void actsLeaveNothing()
    {
        QFETCH(const bool, pidNamespace);
        QFETCH(const bool, killed);
        const LeakOracle oracle;
        {
            ActSession run;
            QVERIFY(run.begin({u"sleep"_s, u"1000"_s}, pidNamespace));
            // A daemon that left its session and its parent, beside the command.
            const act::Start start{
                .command
                = {u"sh"_s,
                   u"-c"_s,
                   u"setsid sh -c 'trap : HUP TERM; echo up; sleep 1000' & exec sleep 1000"_s},
                .environment = {}};
            QVERIFY(!run.act(Side::Inside, start).error);
            QVERIFY(run.waitFor([&] { return run.output() == "up\n"; }));
            const act::MountAt mount{
                .type = MountType::Tmpfs, .source = {}, .target = u"/mnt"_s, .options = {}};
            QVERIFY(!run.act(Side::Inside, mount).error);
            for (std::size_t i = 0; i < EnumNames<IpcKind>::kValues.size(); ++i) {
                act::CreateIpc create;
                create.kind = static_cast<IpcKind>(i);
                create.name = u"/nsw-leak"_s;
                // Killed, nobody is there to remove what was made outside.
                QVERIFY(!run.act(killed ? Side::Inside : Side::Outside, create).error);
            }
            if (killed) {
                auto supervisor = openPidfd(run.state().ready.pid);
                QVERIFY(supervisor && sendSignal(supervisor->get(), SIGKILL));
                QVERIFY(run.waitFor([&] { return run.failure.has_value(); }));
            } else {
                run.session.send(StopRequest{});
                QVERIFY(run.waitForEnd());
            }
        }
        QString left;
        QVERIFY2(QTest::qWaitFor([&] {
                     left = oracle.difference(std::chrono::milliseconds(0));
                     return left.isEmpty();
                 }),
                 qPrintable(left));
    }

    void stopAsksFirst()
    {
        SessionRun run;
        Container container;
        container.name = u"red"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.pid = NewPid{};
        container.command
            = QStringList{u"sh"_s,
                          u"-c"_s,
                          u"trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 0.05; done"_s};
        run.start(container);
        QVERIFY(run.waitFor([&] { return run.output() == "up\n"; }));
        QVERIFY(run.waitUntilLooked());
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.output(), "up\nbye\n");
        QCOMPARE(run.state().exit, std::optional(3));
    }

private:
    static qsizetype countEnds(const SessionRun &run)
    {
        return std::ranges::count_if(
            run.events, [](const Event &event) { return std::holds_alternative<EndEvent>(event); });
    }
};

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
