// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepchanges.h"

#include <algorithm>

namespace nsw
{

namespace
{

const ComparisonRow *sameRow(const QList<ComparisonRow> &rows, const ComparisonRow &wanted)
{
    const auto found = std::ranges::find_if(rows, [&](const ComparisonRow &row) {
        return row.label == wanted.label && row.id == wanted.id;
    });
    return found == rows.end() ? nullptr : &*found;
}

/** Where there was no inside yet, neither is news what it shares with the outside, nor what it does
 * not have. */
bool hasChanged(const FacetSummary &before, const ComparisonRow &row)
{
    const ComparisonRow *old = sameRow(before.comparison.rows, row);
    if (!before.hasInside) {
        return row.difference == Difference::Different || row.difference == Difference::OnlyInside;
    }
    return old == nullptr || old->outside != row.outside || old->inside != row.inside;
}

/** The inside has a row less. */
bool hasLost(const FacetSummary &before, const FacetSummary &now)
{
    return before.hasInside
        && std::ranges::any_of(before.comparison.rows, [&now](const ComparisonRow &row) {
               return row.difference != Difference::OnlyOutside
                   && sameRow(now.comparison.rows, row) == nullptr;
           });
}

/** The last step of the plan that was made; one that failed changed nothing. */
std::int32_t lastMade(const SessionState &state)
{
    std::int32_t last = 0;
    for (const StepState &one : state.steps) {
        if (one.outcome && !one.outcome->error && one.step.n <= state.plan.steps.size()) {
            last = one.step.n;
        }
    }
    return last;
}

} // namespace

bool isStepping(const SessionState &state)
{
    return state.pausedBefore || (state.phase == Phase::Running && !state.areStepsMade());
}

std::optional<StepChange> lastChange(const History &history, qint64 serial)
{
    SessionState state;
    SessionState left; // when it went on from the pause before, or began
    std::optional<StepChange> change;
    std::int32_t last = 0;
    bool hasBegun = false;
    for (const TimedEvent &timed : history.events()) {
        if (timed.serial > serial) {
            break;
        }
        const auto *made = std::get_if<StepEvent>(&timed.event);
        if (made != nullptr && made->n <= state.plan.steps.size()
            && (state.pausedBefore || !hasBegun)) {
            left = state;
            hasBegun = true;
        }
        reduce(state, timed.event);
        if (std::holds_alternative<PlanEvent>(timed.event)) {
            change.reset();
            last = 0;
            hasBegun = false;
        } else if (std::holds_alternative<PausedEvent>(timed.event)) {
            const std::int32_t reached = lastMade(state);
            if (reached > last) {
                change = StepChange{.steps = {.first = last + 1, .last = reached}, .before = left};
                last = reached;
            }
        }
    }
    return isStepping(state) ? change : std::nullopt;
}

void markChange(const StepChange &change, FacetSummary &summary)
{
    if (!summary.hasInside) {
        return;
    }
    const FacetSummary before = summarise(summary.comparison.kind, change.before);
    const QString &number = before.hasInside ? before.insideNumber : before.outsideNumber;
    summary.isElsewhere = !summary.insideNumber.isEmpty() && summary.insideNumber != number;
    bool isChanged = summary.isElsewhere || hasLost(before, summary);
    for (ComparisonRow &row : summary.comparison.rows) {
        row.isChanged = hasChanged(before, row);
        isChanged = isChanged || row.isChanged;
    }
    if (isChanged) {
        summary.changedBy = change.steps;
    }
}

} // namespace nsw
