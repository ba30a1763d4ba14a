// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepchanges.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Paused before a step, with those names inside and outside. */
SessionState pausedBefore(std::int32_t next, const QString &inside, bool hasFailed = false)
{
    SessionState state;
    state.phase = Phase::Running;
    state.pausedBefore = next;
    for (std::int32_t n = 1; n <= 5; ++n) {
        StepState step{.step = {.n = n, .actor = Actor::Inside, .operation = op::Chdir{}},
                       .outcome = std::nullopt};
        if (n < next || (n == next && hasFailed)) {
            step.outcome = StepEvent{};
            step.outcome->n = n;
            step.outcome->error = Errno{n == next ? 1 : 0};
        }
        state.steps.append(step);
    }
    UtsFacet uts;
    uts.nodename = u"host"_s;
    state.facets.insert({{Side::Outside, FacetKind::Uts}, Facet(uts)});
    if (!inside.isEmpty()) {
        uts.nodename = inside;
        state.facets.insert({{Side::Inside, FacetKind::Uts}, Facet(uts)});
    }
    return state;
}

FacetSummary marked(const StepChanges &changes, const SessionState &state)
{
    FacetSummary summary = summarise(FacetKind::Uts, state);
    changes.mark(summary);
    return summary;
}

qsizetype changedRows(const FacetSummary &summary)
{
    return std::ranges::count_if(summary.comparison.rows, &ComparisonRow::isChanged);
}

} // namespace

class TestStepChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepMarksWhatItChanged()
    {
        StepChanges changes;
        changes.follow(pausedBefore(2, u"host"_s));
        changes.follow(pausedBefore(3, u"host"_s));
        QVERIFY(!marked(changes, pausedBefore(3, u"host"_s)).changedBy);
        const SessionState named = pausedBefore(4, u"red"_s);
        changes.follow(named);
        const FacetSummary summary = marked(changes, named);
        QCOMPARE(summary.changedBy, std::optional(StepRange{.first = 3, .last = 3}));
        QCOMPARE(changedRows(summary), 1);
        // A look that comes later in the same pause takes nothing away.
        changes.follow(named);
        QCOMPARE(changedRows(marked(changes, named)), 1);
        const SessionState after = pausedBefore(5, u"red"_s);
        changes.follow(after);
        QCOMPARE(changedRows(marked(changes, after)), 0);
    }

    void severalStepsAreARange()
    {
        StepChanges changes;
        changes.follow(pausedBefore(2, u"host"_s));
        const SessionState named = pausedBefore(5, u"red"_s);
        changes.follow(named);
        QCOMPARE(marked(changes, named).changedBy, std::optional(StepRange{.first = 2, .last = 4}));
    }

    /** One that failed changed nothing. */
    void failureIsNoChange()
    {
        StepChanges changes;
        changes.follow(pausedBefore(2, u"host"_s));
        const SessionState failed = pausedBefore(4, u"red"_s, true);
        changes.follow(failed);
        QCOMPARE(marked(changes, failed).changedBy,
                 std::optional(StepRange{.first = 2, .last = 3}));
    }

    void whatIsSharedIsNoNews()
    {
        StepChanges changes;
        changes.follow(pausedBefore(1, {}));
        const SessionState born = pausedBefore(2, u"host"_s);
        changes.follow(born);
        QCOMPARE(changedRows(marked(changes, born)), 0);
        const SessionState other = pausedBefore(2, u"red"_s);
        StepChanges again;
        again.follow(pausedBefore(1, {}));
        again.follow(other);
        QCOMPARE(changedRows(marked(again, other)), 1);
    }

    void nobodySteps()
    {
        StepChanges changes;
        SessionState state = pausedBefore(3, u"red"_s);
        changes.follow(pausedBefore(2, u"host"_s));
        changes.follow(state);
        state.pausedBefore.reset();
        state.phase = Phase::Ended;
        changes.follow(state);
        QVERIFY(!marked(changes, state).changedBy);
    }
};

QTEST_APPLESS_MAIN(TestStepChanges)
#include "tst_stepchanges.moc"
