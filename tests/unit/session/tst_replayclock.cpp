// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recorded.h"
#include "app/session/replay.h"
#include "tests/support/recordedsession.h"
#include "tests/support/statejson.h"

#include <QSignalSpy>
#include <QTest>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Steps at 100, 200, …, 500 ms. */
History fiveSteps()
{
    History history;
    PlanEvent plan;
    for (int n = 1; n <= 5; ++n) {
        plan.plan.steps.append({.n = n, .operation = op::Sethostname{u"red"_s}});
    }
    history.append(0ms, plan);
    for (int n = 1; n <= 5; ++n) {
        history.append(std::chrono::milliseconds(n * 100), StepEvent{.n = n});
        history.append(std::chrono::milliseconds(n * 100),
                       OutputEvent{.text = QByteArray::number(n)});
    }
    return history;
}

qsizetype made(const Replay &replay)
{
    return std::ranges::count_if(replay.state().steps,
                                 [](const StepState &step) { return step.outcome.has_value(); });
}

} // namespace

/** A replay goes by the clock that it is given. */
class TestReplayClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyMomentIsTheFoldUpToIt()
    {
        const History history = historyOf(test::sampleRecording(4, 40));
        Replay replay(history);
        QVERIFY(replay.isAtEnd());
        QRandomGenerator random(1);
        for (int i = 0; i < 200; ++i) {
            const qint64 serial = random.bounded(history.lastSerial() + 1);
            replay.goAfter(serial);
            QCOMPARE(test::stateJson(replay.state()), test::stateJson(history.stateAfter(serial)));
            const auto at = std::chrono::milliseconds(
                random.bounded(static_cast<int>(replay.duration().count()) + 1));
            replay.goTo(at);
            QCOMPARE(replay.position(), at);
            QCOMPARE(test::stateJson(replay.state()), test::stateJson(history.stateAt(at)));
        }
    }

    void whatWasThinnedIsTold()
    {
        Recording recording = test::sampleRecording(4, 40);
        recording.header.thinned = 7;
        recording.header.outputDropped = 99;
        const History history = historyOf(recording);
        QCOMPARE(history.thinned(), 7);
        Replay replay(history);
        for (const qint64 serial : {history.lastSerial(), qint64{0}, qint64{9}, qint64{20}}) {
            replay.goAfter(serial);
            QCOMPARE(replay.state().outputDropped, 99);
        }
        const Recording again = recordingOf(
            {.configuration = {}, .startedAt = QDateTime::currentDateTime(), .history = history});
        QCOMPARE(again.header.thinned, 7);
        QCOMPARE(again.header.outputDropped, 99);
        QVERIFY(again.events == recording.events);
    }

    /** The machine is that of the session, also where it was another one. */
    void theMachineIsNamed()
    {
        History history;
        const auto named = [](Side side, const QString &name) {
            return FacetEvent{.container = {},
                              .side = side,
                              .kind = FacetKind::Uts,
                              .facet = UtsFacet{.nodename = name,
                                                .domainname = {},
                                                .sysname = u"Linux"_s,
                                                .release = u"6.1.0-far"_s}};
        };
        history.append({}, named(Side::Outside, u"far-away"_s));
        history.append({}, named(Side::Inside, u"red"_s));
        const Recording recording = recordingOf(
            {.configuration = {}, .startedAt = QDateTime::currentDateTime(), .history = history});
        QCOMPARE(recording.header.host, u"far-away"_s);
        QCOMPARE(recording.header.kernel, u"Linux 6.1.0-far"_s);
    }

    void playsByTheClock()
    {
        std::chrono::nanoseconds now = 5s;
        Replay replay(fiveSteps());
        replay.setClock([&now] { return now; });
        const QSignalSpy playing(&replay, &Replay::playingChanged);
        replay.play(); // from the end: from the beginning
        QVERIFY(replay.isPlaying());
        QCOMPARE(made(replay), 0);
        now += 250ms;
        QVERIFY(QTest::qWaitFor([&] { return made(replay) == 2; }));
        QCOMPARE(replay.position(), 250ms);
        replay.pause();
        now += 10s;
        QCOMPARE(made(replay), 2);
        replay.setSpeed(0.25);
        replay.play();
        now += 200ms;
        QVERIFY(QTest::qWaitFor([&] { return made(replay) == 3; }));
        QCOMPARE(replay.position(), 300ms);
        replay.setSpeed(16);
        now += 7ms;
        QVERIFY(QTest::qWaitFor([&] { return replay.position() == 412ms; }));
        QCOMPARE(made(replay), 4);
        now += 100s;
        QVERIFY(QTest::qWaitFor([&] { return !replay.isPlaying(); }));
        QVERIFY(replay.isAtEnd());
        QCOMPARE(replay.position(), replay.duration());
        QCOMPARE(made(replay), 5);
        QCOMPARE(playing.size(), 4);
    }

    void stepByStep()
    {
        Replay replay(fiveSteps());
        QVERIFY(replay.goToStep(3));
        QCOMPARE(made(replay), 3);
        QCOMPARE(replay.position(), 300ms);
        replay.goToNextStep();
        QCOMPARE(made(replay), 4);
        replay.goToPreviousStep();
        QCOMPARE(made(replay), 3);
        replay.goToPreviousStep();
        QCOMPARE(made(replay), 2);
        replay.goTo(250ms);
        replay.goToPreviousStep();
        QCOMPARE(made(replay), 2);
        QVERIFY(replay.goToStep(1));
        replay.goToPreviousStep();
        QCOMPARE(made(replay), 0);
        QVERIFY(!replay.goToStep(6));
        replay.goToStep(5);
        replay.goToNextStep();
        QVERIFY(replay.isAtEnd());
        replay.play();
        QVERIFY(replay.isPlaying());
        replay.goToStep(2);
        QVERIFY(!replay.isPlaying());
    }

    void nothingAtAll()
    {
        Replay replay(History{});
        replay.play();
        replay.goToNextStep();
        replay.goToPreviousStep();
        replay.goTo(1s);
        QCOMPARE(replay.position(), 0ms);
        QVERIFY(QTest::qWaitFor([&] { return !replay.isPlaying(); }));
    }
};

QTEST_GUILESS_MAIN(TestReplayClock)
#include "tst_replayclock.moc"
