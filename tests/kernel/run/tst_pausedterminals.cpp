// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"

#include <QTest>

#include <algorithm>
#include <csignal>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

/** A session in a pause, with terminals. */
class PausedSession : public TerminalSession
{
public:
    [[nodiscard]] bool begin(const Container &container)
    {
        session.send(StartRequest{.configuration = configurationOf(container),
                                  .stdio = Stdio::Pipe,
                                  .refreshMs = 50,
                                  .before = 1});
        return waitForPauseBefore(1);
    }

    [[nodiscard]] bool waitForPauseBefore(std::int32_t n)
    {
        return waitFor([&] { return state().pausedBefore == std::optional(n) || state().exit; })
            && !state().exit;
    }

    /** On to the first step of which that is true. */
    template<class Is>
    [[nodiscard]] bool goBefore(Is is)
    {
        const auto &steps = state().plan.steps;
        const auto step = std::ranges::find_if(steps, is);
        if (step == steps.end()) {
            return false;
        }
        const std::int32_t n = step->n;
        session.send(GoRequest{n});
        return waitForPauseBefore(n);
    }

    [[nodiscard]] bool goOn()
    {
        session.send(GoRequest{});
        return waitFor([this] { return state().areStepsMade() || state().exit; }) && !state().exit;
    }

    /** What a command in a new terminal writes. */
    [[nodiscard]] QByteArray look(Side side, const QString &script)
    {
        const auto id = openTerminal(side, {u"sh"_s, u"-c"_s, script});
        const auto ended = waitForEndOf(id);
        return ended && ended->findings.isEmpty() && !ended->error
            ? terminal(id)->output.simplified()
            : QByteArray("not opened");
    }

    [[nodiscard]] QByteArray answer(std::int32_t id, const QByteArray &line, const QByteArray &mark)
    {
        const qsizetype before = terminal(id)->output.size();
        type(id, line + "; echo " + mark.first(1) + "''" + mark.sliced(1) + "\n");
        const bool came = waitFor([&] {
            return terminal(id)->output.sliced(before).contains(QByteArray("\n").append(mark));
        });
        return came ? terminal(id)->output.sliced(before) : QByteArray("nothing");
    }
};

bool isWriteOf(const Step &step, op::ProcFile file)
{
    const auto *write = std::get_if<op::Write>(&step.operation);
    return write != nullptr && write->file == file;
}

template<class Call>
bool isCall(const Step &step)
{
    return std::holds_alternative<Call>(step.operation);
}

bool isProc(const Step &step)
{
    const auto *mount = std::get_if<op::Mount>(&step.operation);
    return mount != nullptr && mount->filesystem == u"proc";
}

Container waiting(Method method)
{
    Container container;
    container.name = u"half"_s;
    container.method = method;
    container.namespaces.user = NewUser{};
    container.namespaces.mount = NewMount{};
    container.namespaces.pid = NewPid{.mountProc = true};
    container.namespaces.uts = NewUts{.hostname = u"teal"_s, .domainname = {}};
    container.namespaces.network = NewNetwork{.loopback = true};
    container.command = QStringList{u"sleep"_s, u"1000"_s};
    return container;
}

std::uint64_t numberIn(const QList<TerminalNamespace> &namespaces, NsKind kind)
{
    const auto found = std::ranges::find(namespaces, kind, &TerminalNamespace::kind);
    return found == namespaces.end() ? 0 : found->inode;
}

enum class EndInPause : std::uint8_t { Stopped, WindowGone, SupervisorKilled, InsideKilled };

} // namespace
Q_DECLARE_METATYPE(EndInPause)

/** Terminals of a container that is half made: what is to be seen there, and that nothing stays. */
class TestPausedTerminals : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    /** Nobody has an ID inside before the map is written, and from then on the same shell has. */
    void beforeTheMaps()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        QVERIFY(
            run.goBefore([](const Step &step) { return isWriteOf(step, op::ProcFile::UidMap); }));
        const auto shell = run.openTerminal(Side::Inside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(shell));
        QVERIFY(run.answer(shell, "id -u; wc -l < /proc/self/uid_map", "seen")
                    .contains("65534\r\n0\r\n"));
        // What is done in a pause does not end it.
        QVERIFY(run.state().pausedBefore);
        QVERIFY(run.goOn());
        QVERIFY(
            run.answer(shell, "id -u; wc -l < /proc/self/uid_map", "again").contains("0\r\n1\r\n"));
        QVERIFY(!run.terminal(shell)->ended);
    }

    void beforeTheLoopbackIsUp()
    {
        const QString look = u"PATH=$PATH:/usr/sbin ip -o link show lo"_s;
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        QVERIFY(run.goBefore(isCall<op::LinkFlags>));
        const QByteArray before = run.look(Side::Inside, look);
        QVERIFY2(before.contains("LOOPBACK") && !before.contains(",UP"), before.constData());
        QVERIFY(run.look(Side::Outside, look) != before);
        QVERIFY(run.goOn());
        const QByteArray after = run.look(Side::Inside, look);
        QVERIFY2(after.contains("LOOPBACK,UP"), after.constData());
    }

    /** Until it is mounted, /proc is that of the outside, with other numbers. */
    void beforeProcIsMounted()
    {
        const QString look
            = u"read pid rest < /proc/self/stat; [ $pid = $$ ] && echo own || echo other; echo $$"_s;
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        QVERIFY(run.goBefore(isProc));
        QVERIFY(run.look(Side::Inside, look).startsWith("other "));
        QVERIFY(run.goOn());
        QVERIFY(run.look(Side::Inside, look).startsWith("own "));
    }

    /** The shell stays where it began, and that is told: the container goes on without it. */
    void whatIsOpenedEarlyStaysThere()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Unshare)));
        QVERIFY(run.goBefore(isCall<op::Unshare>));
        const auto early = run.openTerminal(Side::Inside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(early));
        const auto isThere = [&](NsKind kind, std::int32_t id, Side side) {
            const auto *facet = run.facet<NamespacesFacet>(side);
            return facet != nullptr && facet->of(kind)
                && facet->of(kind)->inode == numberIn(run.terminal(id)->namespaces, kind);
        };
        QCOMPARE(run.terminal(early)->namespaces.size(), qsizetype(kAllKinds.size()));
        for (const NsKind kind : kAllKinds) {
            QVERIFY(isThere(kind, early, Side::Outside));
        }
        QVERIFY(run.goOn());
        QVERIFY(run.waitFor([&] { return !isThere(NsKind::Uts, early, Side::Inside); }));
        QVERIFY(!run.answer(early, "hostname", "seen").contains("teal"));
        const auto late = run.openTerminal(Side::Inside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(late));
        for (const NsKind kind : {NsKind::User, NsKind::Mount, NsKind::Pid, NsKind::Uts}) {
            QVERIFY(isThere(kind, late, Side::Inside));
            QVERIFY(!isThere(kind, late, Side::Outside));
        }
        // Neither has moved by itself.
        QVERIFY(run.terminal(early)->moved.isEmpty() && run.terminal(late)->moved.isEmpty());
    }

    /** Whoever asks to go on at once has the terminal where it was asked for. */
    void goingOnWaitsForThem()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Unshare)));
        QVERIFY(run.goBefore(isCall<op::Unshare>));
        QList<std::int32_t> ids;
        for (int i = 0; i < 8; ++i) {
            ids << run.openTerminal(Side::Inside, {u"sh"_s});
        }
        run.session.send(ActRequest{
            .id = 1, .side = Side::Inside, .act = AskedAct{act::SetHostname{u"never"_s}}});
        QVERIFY(run.goOn());
        const auto *outside = run.facet<NamespacesFacet>(Side::Outside);
        QVERIFY(outside != nullptr && outside->uts);
        for (const std::int32_t id : ids) {
            QVERIFY(run.waitUntilOpen(id));
            QCOMPARE(numberIn(run.terminal(id)->namespaces, NsKind::Uts), outside->uts->inode);
        }
        // There the name was that of the machine.
        QVERIFY(run.state().lastAct);
        QCOMPARE(run.state().lastAct->findings.constFirst().code, FindingCode::SharedWithOutside);
    }

    void beforeAnybodyIsInside()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        const auto refused = run.waitForEndOf(run.openTerminal(Side::Inside, {}));
        QVERIFY(refused && !refused->findings.isEmpty());
        QCOMPARE(refused->findings.constFirst().code, FindingCode::NothingInside);
        QCOMPARE(refused->findings.constFirst().found, u"1"_s);
        const auto outside = run.openTerminal(Side::Outside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(outside));
        // Numbered on from the plan, which is not made yet.
        QVERIFY(run.state().steps.constLast().step.n > run.state().plan.steps.size());
        QVERIFY(run.goOn());
        QVERIFY(run.answer(outside, "echo still", "here").contains("still"));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QVERIFY(run.terminal(outside)->ended);
    }

    /** An act in a pause is one on what is made by then. */
    void actsInAPause()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        QVERIFY(run.goBefore(isCall<op::LinkFlags>));
        run.session.send(ActRequest{
            .id = 1, .side = Side::Inside, .act = AskedAct{act::SetHostname{u"jade"_s}}});
        QVERIFY(run.waitFor([&] { return run.state().lastAct.has_value(); }));
        QVERIFY(!run.state().lastAct->error && run.state().lastAct->findings.isEmpty());
        QCOMPARE(run.look(Side::Inside, u"hostname"_s), "jade");
        QVERIFY(run.state().pausedBefore);
    }

    /** A step that failed leaves all to be looked at, and the failure stays what it was. */
    void afterAFailure()
    {
        PausedSession run;
        QVERIFY(run.begin(waiting(Method::Clone)));
        const auto &steps = run.state().plan.steps;
        Step name = *std::ranges::find_if(steps, isCall<op::Sethostname>);
        std::get<op::Sethostname>(name.operation).name = QString(65, u'x');
        run.session.send(EditRequest{name});
        run.session.send(GoRequest{});
        QVERIFY(run.waitForPauseBefore(name.n));
        QVERIFY(run.state().failure() != nullptr);
        QVERIFY(run.look(Side::Inside, u"hostname"_s) != "not opened");
        QVERIFY(run.state().failure() != nullptr);
        QCOMPARE(run.state().failure()->step.n, name.n);
        std::get<op::Sethostname>(name.operation).name = u"half"_s;
        run.session.send(EditRequest{name});
        QVERIFY(run.goOn());
        QVERIFY(run.state().failure() == nullptr);
        QCOMPARE(run.look(Side::Inside, u"hostname"_s), "half");
    }

    void nothingStays_data()
    {
        QTest::addColumn<EndInPause>("end");
        QTest::addColumn<bool>("pidNamespace");
        QTest::addColumn<Method>("method");
        for (const Method method : {Method::Clone, Method::Unshare}) {
            for (const bool pids : {true, false}) {
                const char *how = method == Method::Clone ? "clone" : "unshare";
                const char *with = pids ? "PID namespace" : "no PID namespace";
                QTest::addRow("stopped, %s, %s", how, with)
                    << EndInPause::Stopped << pids << method;
                QTest::addRow("window gone, %s, %s", how, with)
                    << EndInPause::WindowGone << pids << method;
                QTest::addRow("supervisor killed, %s, %s", how, with)
                    << EndInPause::SupervisorKilled << pids << method;
                QTest::addRow("process inside killed, %s, %s", how, with)
                    << EndInPause::InsideKilled << pids << method;
            }
        }
    }
    void nothingStays()
    {
        QFETCH(const EndInPause, end);
        QFETCH(const bool, pidNamespace);
        QFETCH(const Method, method);
        Container container = waiting(method);
        if (!pidNamespace) {
            container.namespaces.pid.reset();
        }
        PausedSession run;
        QVERIFY(run.begin(container));
        // Some are opened at each of the pauses, and stay while it goes on.
        for (std::int32_t n = 1; n <= run.state().plan.steps.size(); ++n) {
            QVERIFY(run.waitForPauseBefore(n));
            for (const Side side : {Side::Inside, Side::Outside}) {
                const auto id = run.openTerminal(
                    side,
                    {u"bash"_s,
                     u"-ic"_s,
                     u"trap '' HUP TERM; setsid sleep 1000 & echo up; exec sleep 1000"_s});
                const bool isNobody = side == Side::Inside && run.outerPid() == 0;
                QVERIFY(isNobody ? run.waitForEndOf(id).has_value() : run.waitForText(id, "up"));
            }
            if (n < run.state().plan.steps.size()) {
                run.session.send(GoRequest{n + 1});
            }
        }
        finish(run, end);
    }

private:
    static void finish(PausedSession &run, EndInPause end)
    {
        switch (end) {
        case EndInPause::Stopped:
            run.session.send(StopRequest{});
            QVERIFY(run.waitForEnd());
            return;
        case EndInPause::WindowGone:
            return; // its session goes with the scope
        case EndInPause::SupervisorKilled: {
            auto supervisor = openPidfd(run.state().ready.pid);
            QVERIFY(supervisor && sendSignal(supervisor->get(), SIGKILL));
            QVERIFY(run.waitFor([&] { return run.failure.has_value(); }));
            return;
        }
        case EndInPause::InsideKilled: {
            auto inside = openPidfd(run.outerPid());
            QVERIFY(inside && sendSignal(inside->get(), SIGKILL));
            QVERIFY(run.waitForEnd());
            return;
        }
        }
        Q_UNREACHABLE();
    }
};

QTEST_GUILESS_MAIN(TestPausedTerminals)
#include "tst_pausedterminals.moc"
