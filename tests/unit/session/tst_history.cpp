// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;
using std::chrono::milliseconds;

namespace
{

constexpr qsizetype kFew = 60;

/** Facets change most, as they do in life. */
Event anyEvent(QRandomGenerator &random)
{
    const int dice = random.bounded(20);
    if (dice == 0) {
        PlanEvent plan;
        for (int n = 1; n <= 3; ++n) {
            plan.plan.steps.append(
                {.n = n, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}});
        }
        return plan;
    }
    if (dice < 3) {
        StepEvent step;
        step.n = random.bounded(1, 5);
        step.durationUs = random.bounded(1000);
        return step;
    }
    if (dice == 3) {
        return EndEvent{.container = {}, .exit = random.bounded(3)};
    }
    if (dice < 7) {
        return OutputEvent{
            .container = {}, .stream = Stream::Stdout, .text = QByteArray(random.bounded(99), 'x')};
    }
    UtsFacet uts;
    uts.nodename = QString::number(random.generate());
    const bool isTime = random.bounded(2) == 0;
    return FacetEvent{.container = {},
                      .side = random.bounded(2) == 0 ? Side::Inside : Side::Outside,
                      .kind = isTime ? FacetKind::Time : FacetKind::Uts,
                      .facet = isTime ? Facet(TimeFacet()) : Facet(uts)};
}

struct Recorded {
    QList<TimedEvent> all; ///< without any limit
    History history;
};

Recorded record(quint32 seed, int count, HistoryLimits limits)
{
    QRandomGenerator random(seed);
    Recorded recorded{.all = {}, .history = History(limits)};
    milliseconds now{0};
    for (int i = 0; i < count; ++i) {
        now += milliseconds(random.bounded(3));
        const Event event = anyEvent(random);
        recorded.all.append({.serial = i + 1, .at = now, .event = event});
        recorded.history.append(now, event);
    }
    return recorded;
}

SessionState foldUntil(const QList<TimedEvent> &events, milliseconds at)
{
    SessionState state;
    for (const TimedEvent &event : events) {
        if (event.at <= at) {
            reduce(state, event.event);
        }
    }
    return state;
}

qsizetype ofThoseThatStay(const QList<TimedEvent> &events)
{
    return std::ranges::count_if(events, [](const TimedEvent &one) {
        return !std::holds_alternative<FacetEvent>(one.event)
            && !std::holds_alternative<OutputEvent>(one.event);
    });
}

FacetEvent outside(const QString &name)
{
    UtsFacet uts;
    uts.nodename = name;
    return {.container = {}, .side = Side::Outside, .kind = FacetKind::Uts, .facet = Facet(uts)};
}

QString nameIn(const SessionState &state)
{
    const Facet *facet = state.facet(Side::Outside, FacetKind::Uts);
    return facet == nullptr ? QString() : std::get<UtsFacet>(*facet).nodename;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMomentIsTheFoldOfTheEventsUpToIt()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            const Recorded recorded = record(seed, 150, {});
            QCOMPARE(recorded.history.events(), recorded.all);
            for (milliseconds at{-1}; at <= recorded.all.last().at + 1ms; ++at) {
                QCOMPARE(recorded.history.stateAt(at), foldUntil(recorded.all, at));
            }
            SessionState state;
            for (const TimedEvent &event : recorded.all) {
                reduce(state, event.event);
                QCOMPARE(recorded.history.stateAfter(event.serial), state);
            }
        }
    }

    void thinningKeepsItsLimitsAndThePresent()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            const Recorded recorded = record(seed, 1500, {.bytes = 40000, .events = kFew});
            const QList<TimedEvent> &kept = recorded.history.events();
            QVERIFY(recorded.history.bytes() <= 40000);
            const qsizetype mayGo = kept.size() - ofThoseThatStay(kept);
            QVERIFY(mayGo <= kFew);
            QVERIFY(mayGo >= kFew / 8); // it is not emptied either
            QCOMPARE(recorded.history.thinned(), recorded.all.size() - kept.size());
            qint64 bytes = 0;
            for (const TimedEvent &event : kept) {
                bytes += costOf(event.event);
            }
            QCOMPARE(recorded.history.bytes(), bytes);

            SessionState now = recorded.history.stateAt(kept.last().at);
            SessionState all = foldUntil(recorded.all, kept.last().at);
            for (SessionState *state : {&now, &all}) {
                state->output.clear();
                state->outputKept = 0;
                state->outputDropped = 0;
            }
            QCOMPARE(now, all);
        }
    }

    void plansStepsAndEndsAreNeverThinned()
    {
        const Recorded recorded = record(7, 2000, {.bytes = 20000, .events = kFew});
        QCOMPARE(ofThoseThatStay(recorded.history.events()), ofThoseThatStay(recorded.all));
        QVERIFY(recorded.history.thinned() > 0);
    }

    void whatStaysIsInOrderAndUnchanged()
    {
        const Recorded recorded = record(8, 2000, {.bytes = qint64{1} << 20, .events = kFew});
        qint64 last = 0;
        for (const TimedEvent &event : recorded.history.events()) {
            QVERIFY(event.serial > last);
            last = event.serial;
            QCOMPARE(event, recorded.all.at(event.serial - 1));
        }
    }

    void theOldestAreThinnedAndTheFirstStays()
    {
        History history({.bytes = qint64{1} << 20, .events = 8});
        for (int i = 0; i < 9; ++i) {
            history.append(milliseconds(i), outside(QString::number(i)));
        }
        QStringList names;
        for (const TimedEvent &event : history.events()) {
            names << nameIn(history.stateAfter(event.serial));
        }
        QCOMPARE(names, QStringList({u"0"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s}));
    }

    void manyWordsDoNotPushFacetsOut()
    {
        History history({.bytes = qint64{1} << 20, .events = kFew});
        for (int i = 0; i < 10; ++i) {
            history.append(milliseconds(i), outside(QString::number(i)));
        }
        for (int i = 0; i < 5000; ++i) {
            history.append(10ms,
                           OutputEvent{.container = {}, .stream = Stream::Stdout, .text = "x"});
        }
        const SessionState now = history.stateAt(10ms);
        QCOMPARE(now.outputDropped + now.output.constFirst().text.size(), 5000);
        QCOMPARE(nameIn(history.stateAt(3ms)), u"3"_s);
    }

    void aClockThatGoesBackDoesNotMixTheOrder()
    {
        History history;
        history.append(5ms, outside(u"a"_s));
        history.append(3ms, outside(u"b"_s));
        QCOMPARE(history.events().last().at, 5ms);
        QCOMPARE(nameIn(history.stateAt(4ms)), QString());
        QCOMPARE(nameIn(history.stateAt(5ms)), u"b"_s);
    }

    void aNewRunStartsWithTheLastKnownOutside()
    {
        History history;
        history.append(1ms, outside(u"a"_s));
        history.append(2ms, outside(u"b"_s));
        FacetEvent inside = outside(u"red"_s);
        inside.side = Side::Inside;
        history.append(3ms, inside);
        const qint64 before = history.lastSerial();
        history.startAgain();
        QVERIFY(history.events().constFirst().serial > before);
        const SessionState state = history.stateAt(0ms);
        QCOMPARE(nameIn(state), u"b"_s);
        QCOMPARE(state.facet(Side::Inside, FacetKind::Uts), nullptr);
    }

    void theCostOfAFacetGrowsWithWhatIsInIt()
    {
        ProcessesFacet processes;
        Process one;
        one.pids = {1, 2};
        one.command = QString(100, u'x');
        processes.processes = QList<Process>(1000, one);
        const FacetEvent event{.container = {},
                               .side = Side::Outside,
                               .kind = FacetKind::Processes,
                               .facet = Facet(processes)};
        QVERIFY(costOf(event) > qint64{1000} * (200 + qint64{sizeof(Process)}));
        QVERIFY(costOf(event) < qint64{1000} * 1000);
        QCOMPARE(costOf(StepEvent()), 0);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
