// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"

#include <QTest>

#include <csignal>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

enum class EndOfTerminals : std::uint8_t { Closed, Stopped, WindowGone, SupervisorKilled };

} // namespace
Q_DECLARE_METATYPE(EndOfTerminals)

/** However terminals end, nothing of them stays. */
class TestTerminalLeaks : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStays_data()
    {
        QTest::addColumn<EndOfTerminals>("end");
        QTest::addColumn<bool>("pidNamespace");
        for (const bool pids : {true, false}) {
            const char *with = pids ? "PID namespace" : "no PID namespace";
            QTest::addRow("closed, %s", with) << EndOfTerminals::Closed << pids;
            QTest::addRow("stopped, %s", with) << EndOfTerminals::Stopped << pids;
            QTest::addRow("window gone, %s", with) << EndOfTerminals::WindowGone << pids;
            QTest::addRow("supervisor killed, %s", with)
                << EndOfTerminals::SupervisorKilled << pids;
        }
    }

    void nothingStays()
    {
        QFETCH(const EndOfTerminals, end);
        QFETCH(const bool, pidNamespace);
        TerminalSession run;
        QVERIFY(run.begin({u"sleep"_s, u"1000"_s}, pidNamespace));
        QList<std::int32_t> ids;
        for (const Side side : {Side::Inside, Side::Outside}) {
            // Deaf, in the background, in a session of its own, in namespaces of its own, and
            // one that fills the terminal.
            ids << run.openTerminal(side,
                                    {u"bash"_s,
                                     u"-ic"_s,
                                     u"trap '' HUP TERM; sleep 1000 & setsid sleep 1000 & "
                                     "unshare -n sleep 1000 & echo up; exec sleep 1000"_s});
            QVERIFY(run.waitForText(ids.last(), "up"));
            ids << run.openTerminal(side, {u"yes"_s});
            QVERIFY(run.waitForText(ids.last(), "y\r\ny"));
        }
        finish(run, end, ids);
    }

private:
    static void finish(TerminalSession &run, EndOfTerminals end, const QList<std::int32_t> &ids)
    {
        switch (end) {
        case EndOfTerminals::Closed:
            for (const std::int32_t id : ids) {
                run.session.send(TerminalCloseRequest{id});
            }
            for (const std::int32_t id : ids) {
                QVERIFY(run.waitForEndOf(id));
            }
            return;
        case EndOfTerminals::Stopped:
            run.session.send(StopRequest{});
            QVERIFY(run.waitForEnd());
            return;
        case EndOfTerminals::WindowGone:
            return; // its session goes with the scope
        case EndOfTerminals::SupervisorKilled: {
            auto supervisor = openPidfd(run.state().ready.pid);
            QVERIFY(supervisor && sendSignal(supervisor->get(), SIGKILL));
            QVERIFY(run.waitFor([&] { return run.failure.has_value(); }));
            return;
        }
        }
        Q_UNREACHABLE();
    }
};

QTEST_GUILESS_MAIN(TestTerminalLeaks)
#include "tst_terminalleaks.moc"
