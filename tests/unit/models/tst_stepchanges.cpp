// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/maskedstate.h"
#include "app/models/stepchanges.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

PlanEvent planOfFive()
{
    PlanEvent event;
    for (std::int32_t n = 1; n <= 5; ++n) {
        event.plan.steps.append({.n = n, .actor = Actor::Inside, .operation = op::Chdir{}});
    }
    return event;
}

StepEvent stepMade(std::int32_t n, int error = 0)
{
    StepEvent event;
    event.n = n;
    event.error = Errno{error};
    return event;
}

FacetEvent nodeNamed(Side side, const QString &name)
{
    UtsFacet uts;
    uts.nodename = name;
    return {.container = {}, .side = side, .kind = FacetKind::Uts, .facet = uts};
}

FacetEvent mounted(const QStringList &targets)
{
    MountsFacet facet;
    for (const QString &target : targets) {
        facet.mounts.append(MountPoint{.target = target, .filesystem = u"tmpfs"_s});
    }
    return {.container = {}, .side = Side::Inside, .kind = FacetKind::Mounts, .facet = facet};
}

History historyOfSteps(const QList<Event> &events)
{
    History history;
    history.append({}, nodeNamed(Side::Outside, u"host"_s));
    history.append({}, planOfFive());
    for (const Event &event : events) {
        history.append({}, event);
    }
    return history;
}

/** As a card shows it that is looked at after this event; 0: after the last. */
FacetSummary marked(const History &history, FacetKind kind = FacetKind::Uts, qint64 serial = 0)
{
    const qint64 at = serial == 0 ? history.lastSerial() : serial;
    FacetSummary summary = summarise(kind, history.stateAfter(at));
    if (const auto change = lastChange(history, at)) {
        markChange(*change, summary);
    }
    return summary;
}

qsizetype changedRows(const FacetSummary &summary)
{
    return std::ranges::count_if(summary.comparison.rows, &ComparisonRow::isChanged);
}

const auto kHostInside = nodeNamed(Side::Inside, QStringLiteral("host"));
const auto kRedInside = nodeNamed(Side::Inside, QStringLiteral("red"));

} // namespace

class TestStepChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepMarksWhatItChanged()
    {
        const PausedEvent third{.before = 3};
        History history = historyOfSteps(
            {stepMade(1), kHostInside, PausedEvent{.before = 2}, stepMade(2), third});
        QVERIFY(!marked(history).changedBy);
        const qint64 before = history.lastSerial();
        for (const Event &event : QList<Event>{stepMade(3), kRedInside, PausedEvent{.before = 4}}) {
            history.append({}, event);
        }
        const qint64 atName = history.lastSerial();
        QCOMPARE(marked(history).changedBy, std::optional(StepRange{.first = 3, .last = 3}));
        QCOMPARE(changedRows(marked(history)), 1);
        // A look that comes later in the same pause takes nothing away.
        history.append({}, kRedInside);
        QCOMPARE(changedRows(marked(history)), 1);
        history.append({}, stepMade(4));
        history.append({}, PausedEvent{.before = 5});
        QVERIFY(!marked(history).changedBy);
        // Whoever goes back sees what was marked then, and no more.
        QCOMPARE(marked(history, FacetKind::Uts, atName).changedBy,
                 std::optional(StepRange{.first = 3, .last = 3}));
        QVERIFY(!marked(history, FacetKind::Uts, before).changedBy);
        QVERIFY(!lastChange(history, 2));
    }

    void severalStepsAreARange()
    {
        const History history = historyOfSteps({stepMade(1),
                                                kHostInside,
                                                PausedEvent{.before = 2},
                                                stepMade(2),
                                                stepMade(3),
                                                stepMade(4),
                                                kRedInside,
                                                PausedEvent{.before = 5}});
        QCOMPARE(marked(history).changedBy, std::optional(StepRange{.first = 2, .last = 4}));
    }

    /** One that failed changed nothing. */
    void failureIsNoChange()
    {
        History history = historyOfSteps({stepMade(1),
                                          kHostInside,
                                          PausedEvent{.before = 2},
                                          stepMade(2),
                                          stepMade(3),
                                          stepMade(4, 1),
                                          kRedInside,
                                          PausedEvent{.before = 4}});
        QCOMPARE(marked(history).changedBy, std::optional(StepRange{.first = 2, .last = 3}));
        // It fails once more: there is no range from 4 to 3.
        history.append({}, stepMade(4, 1));
        history.append({}, PausedEvent{.before = 4});
        QCOMPARE(marked(history).changedBy, std::optional(StepRange{.first = 2, .last = 3}));
        history.append({}, stepMade(4));
        history.append({}, PausedEvent{.before = 5});
        QVERIFY(!marked(history).changedBy);
    }

    void whatIsSharedIsNoNews()
    {
        const PausedEvent first{.before = 1};
        const PausedEvent second{.before = 2};
        const History born = historyOfSteps({first, stepMade(1), kHostInside, second});
        QCOMPARE(changedRows(marked(born)), 0);
        const History other = historyOfSteps({first, stepMade(1), kRedInside, second});
        QCOMPARE(changedRows(marked(other)), 1);
    }

    /** It has no row any more that could be marked: its card is. */
    void whatIsGoneIsMarked()
    {
        const History history = historyOfSteps({stepMade(1),
                                                mounted({u"/"_s, u"/mnt"_s}),
                                                PausedEvent{.before = 2},
                                                stepMade(2),
                                                mounted({u"/"_s}),
                                                PausedEvent{.before = 3}});
        QCOMPARE(marked(history, FacetKind::Mounts).changedBy,
                 std::optional(StepRange{.first = 2, .last = 2}));
    }

    /** What is before the step is masked as what is after it. */
    void masksOnBothSides()
    {
        const FacetEvent nameIsPrivate = nodeNamed(Side::Inside, u"kitchen-pc"_s);
        const History history = historyOfSteps({stepMade(1),
                                                nameIsPrivate,
                                                PausedEvent{.before = 2},
                                                stepMade(2),
                                                nameIsPrivate,
                                                PausedEvent{.before = 3}});
        Mask mask;
        mask.addHost(u"kitchen-pc"_s);
        const SessionState state = masked(history.stateAfter(history.lastSerial()), mask);
        auto change = lastChange(history, history.lastSerial());
        QVERIFY(change);
        FacetSummary summary = summarise(FacetKind::Uts, state);
        markChange(*change, summary);
        QVERIFY(changedRows(summary) > 0);
        change->before = masked(change->before, mask);
        summary = summarise(FacetKind::Uts, state);
        markChange(*change, summary);
        QCOMPARE(changedRows(summary), 0);
    }

    void nobodySteps()
    {
        History history = historyOfSteps({stepMade(1),
                                          kHostInside,
                                          PausedEvent{.before = 2},
                                          stepMade(2),
                                          kRedInside,
                                          PausedEvent{.before = 3}});
        QVERIFY(marked(history).changedBy);
        for (const std::int32_t n : {3, 4, 5}) {
            history.append({}, stepMade(n));
        }
        QVERIFY(!marked(history).changedBy);
        history.append({}, EndEvent{});
        QVERIFY(!marked(history).changedBy);
    }
};

QTEST_APPLESS_MAIN(TestStepChanges)
#include "tst_stepchanges.moc"
