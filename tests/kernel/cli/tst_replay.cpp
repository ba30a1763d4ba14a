// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recorded.h"
#include "app/session/replay.h"
#include "tests/support/oracletest.h"
#include "tests/support/seed.h"
#include "tests/support/sessionrun.h"
#include "tests/support/statejson.h"

#include <QBuffer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

struct ReplayOutcome {
    int exit = -1;
    QByteArray output;
    QByteArray errors;
};

/** `supervisor`: none at all is what a machine without namespaces comes to. */
ReplayOutcome ranProgram(const QStringList &arguments, bool supervisor = true)
{
    QProcess process;
    if (!supervisor) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NSW_SUPERVISOR"_s, u"/nonexistent"_s);
        process.setProcessEnvironment(environment);
    }
    process.start(u"" NSW_PROGRAM ""_s, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return {};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QString allEightFile()
{
    return u"" NSW_EXAMPLES "/all-eight.json"_s;
}

/** A container that needs what the tier has: root does without a user namespace. */
Container sampleContainer()
{
    Container container = test::allEight(u"red"_s);
    if (::geteuid() == 0) {
        container.namespaces.user.reset();
    }
    container.command
        = {u"sh"_s, u"-c"_s, u"printf '\\377\\000 up\\n'; read -r secret; echo é >&2; exit 3"_s};
    return container;
}

} // namespace

/** A recording of a real container shows what was shown live, as a user and as root. */
class TestReplay : public OracleTest
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /** Opened, made larger, typed into where it does not echo, and ended. */
    static void useTerminal(test::SessionRun &run)
    {
        const auto has = [&run](const QByteArray &text) {
            return run.waitFor([&] {
                const auto found = run.state().terminals.find(1);
                return found != run.state().terminals.end() && found->second.output.contains(text);
            });
        };
        run.session.send(TerminalOpenRequest{
            .id = 1,
            .side = Side::Inside,
            .command
            = {u"sh"_s, u"-c"_s, u"stty -echo; printf '\\033[2J\\377ready'; read -r x; exit 4"_s},
            .columns = 80,
            .rows = 24,
            .environment = {}});
        QVERIFY(has("ready"));
        run.session.send(TerminalResizeRequest{.id = 1, .columns = 100, .rows = 30});
        run.session.send(TerminalInputRequest{.id = 1, .bytes = "hunter2\n"});
        QVERIFY(run.waitFor([&] { return run.state().terminals.at(1).ended.has_value(); }));
    }

    /** The recording of a real session, at a thousand random places: what opens is what was live up
     * to there. */
    void damageAnywhere(const QByteArrayList &live, qsizetype plan)
    {
        QFile saved(file(u"red.nswrec"_s));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray whole = saved.readAll();
        const quint32 seed = test::newSeed();
        qInfo("NSW_SEED=%u", seed);
        QRandomGenerator random(seed);
        int cut = 0;
        for (int i = 0; i < 1000; ++i) {
            QByteArray damaged = whole;
            const qsizetype at = random.bounded(damaged.size());
            damaged[at] = static_cast<char>(damaged.at(at) ^ random.bounded(1, 256));
            QBuffer bytes(&damaged);
            QVERIFY(bytes.open(QIODevice::ReadOnly));
            const auto opened = readRecording(bytes);
            if (!opened || opened->recording.events.isEmpty()) {
                continue;
            }
            const qsizetype count = opened->recording.events.size();
            cut += count < live.size() ? 1 : 0;
            QVERIFY(count <= live.size());
            const SessionState state = historyOf(opened->recording).stateAfter(count);
            if (count > plan) {
                QCOMPARE(test::stateJson(state), live.at(count - 1));
            }
        }
        QVERIFY2(cut > 500, qPrintable(QString::number(cut)));
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void comesToTheSameState()
    {
        test::SessionRun run;
        History history;
        QElapsedTimer clock;
        clock.start();
        QByteArrayList live;
        QObject::connect(
            &run.session, &Session::eventReceived, &run.session, [&](const Event &event) {
                history.append(std::chrono::milliseconds(clock.elapsed()), event);
                live << test::stateJson(run.state());
            });
        const Container container = sampleContainer();
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        run.session.send(ActRequest{
            .id = 1, .side = Side::Inside, .act = AskedAct{act::SetHostname{.name = u"blue"_s}}});
        QVERIFY(run.waitFor([&] { return run.state().lastAct.has_value(); }));
        QVERIFY(run.waitFor([&] { return run.output().contains("up"); }));
        useTerminal(run);
        run.session.send(InputRequest{"hunter2\n"});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, 3);

        const Recording recording = recordingOf({.configuration = test::configurationOf(container),
                                                 .startedAt = QDateTime::currentDateTime(),
                                                 .history = history});
        QVERIFY(saveRecording(file(u"red.nswrec"_s), recording));
        const auto opened = loadRecording(file(u"red.nswrec"_s));
        QVERIFY(opened);
        QCOMPARE(opened->findings, Findings());
        Replay replay(historyOf(opened->recording));
        QCOMPARE(test::stateJson(replay.state()), test::stateJson(run.state()));
        // At every moment, forwards and backwards; before the plan the phase is that of connecting.
        const auto plan = std::ranges::find_if(history.events(), [](const TimedEvent &event) {
            return std::holds_alternative<PlanEvent>(event.event);
        });
        const qsizetype first = plan - history.events().cbegin();
        QVERIFY(live.size() - first > 20);
        for (qsizetype i = live.size() - 1; i > first; i -= 7) {
            replay.goAfter(i + 1);
            QCOMPARE(test::stateJson(replay.state()), live.at(i));
        }
        for (qsizetype i = first; i < live.size(); ++i) {
            replay.goAfter(i + 1);
            QCOMPARE(test::stateJson(replay.state()), live.at(i));
        }
        QVERIFY(!recordingLines(opened->recording).join().contains("hunter2"));
        const TerminalState &terminal = replay.state().terminals.at(1);
        QVERIFY(terminal.output.contains("\x1b[2J\xff"));
        QCOMPARE(terminal.columns, 100);
        QVERIFY(terminal.ended && terminal.ended->exit == 4);
        damageAnywhere(live, first);
    }

    void printsWhatRunPrinted()
    {
        const QString path = file(u"cli.nswrec"_s);
        const ReplayOutcome live = ranProgram({u"run"_s,
                                               u"--json"_s,
                                               u"--record"_s,
                                               path,
                                               allEightFile(),
                                               u"--"_s,
                                               u"sh"_s,
                                               u"-c"_s,
                                               u"printf 'é\\377\\n'; exit 7"_s});
        QVERIFY2(live.exit == 7, live.errors.constData());
        const ReplayOutcome again = ranProgram({u"replay"_s, u"--json"_s, path}, false);
        QVERIFY2(again.exit == 0, again.errors.constData());
        QCOMPARE(again.output, live.output);
        const ReplayOutcome timed
            = ranProgram({u"replay"_s, u"--json"_s, u"--speed=1000"_s, path}, false);
        QCOMPARE(timed.exit, 0);
        QCOMPARE(timed.output, live.output);
    }

    void tellsTheSteps()
    {
        const QString path = file(u"told.nswrec"_s);
        const ReplayOutcome live = ranProgram(
            {u"run"_s, u"--record"_s, path, allEightFile(), u"--"_s, u"echo"_s, u"up"_s});
        QVERIFY2(live.exit == 0, live.errors.constData());
        QCOMPARE(live.output, "up\n"_ba);
        const ReplayOutcome told = ranProgram({u"replay"_s, path}, false);
        QCOMPARE(told.exit, 0);
        QCOMPARE(told.output, "up\n"_ba);
        QVERIFY2(told.errors.contains("sethostname("), told.errors.constData());
        QVERIFY2(told.errors.startsWith("Recorded "), told.errors.constData());
    }

    void saysWhatIsLost()
    {
        const QString path = file(u"cut.nswrec"_s);
        QCOMPARE(
            ranProgram({u"run"_s, u"--record"_s, path, allEightFile(), u"--"_s, u"true"_s}).exit,
            0);
        QFile recording(path);
        QVERIFY(recording.resize(recording.size() * 2 / 3));
        const ReplayOutcome cut = ranProgram({u"replay"_s, path}, false);
        QCOMPARE(cut.exit, 1);
        QVERIFY2(cut.errors.contains("breaks off"), cut.errors.constData());
        QVERIFY2(cut.errors.contains("clone3("), cut.errors.constData());
        const ReplayOutcome none = ranProgram({u"replay"_s, allEightFile()}, false);
        QCOMPARE(none.exit, 2);
        QVERIFY2(none.errors.contains("no recording"), none.errors.constData());
    }

    void saysWhenItIsNotSaved()
    {
        const ReplayOutcome lost = ranProgram({u"run"_s,
                                               u"--record"_s,
                                               file(u"none/red.nswrec"_s),
                                               allEightFile(),
                                               u"--"_s,
                                               u"true"_s});
        QCOMPARE(lost.exit, 1);
        QVERIFY2(lost.errors.contains("was not saved"), lost.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
