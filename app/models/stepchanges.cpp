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

} // namespace

void StepChanges::follow(const SessionState &state)
{
    if (!state.pausedBefore) {
        if (state.phase != Phase::Running || state.steps.isEmpty()) {
            *this = {};
        }
        return;
    }
    std::int32_t last = 0;
    for (const StepState &one : state.steps) {
        if (one.outcome && !one.outcome->error) {
            last = one.step.n;
        }
    }
    const bool isNew = !m_steps || m_steps->last != last;
    if (isNew) {
        m_before = std::exchange(m_atPause, {});
        m_steps = StepRange{.first = m_steps ? m_steps->last + 1 : 1, .last = last};
    }
    for (const FacetKind kind : kCardFacets) {
        m_atPause[kind] = summarise(kind, state);
    }
    if (isNew && m_before.isEmpty()) {
        m_before = m_atPause; // where it began, nothing is new
        if (last > 0) {
            for (FacetSummary &summary : m_before) {
                summary.hasInside = false;
            }
        }
    }
}

void StepChanges::mark(FacetSummary &summary) const
{
    if (!m_steps || m_steps->last == 0 || !summary.hasInside) {
        return;
    }
    const FacetSummary before = m_before.value(summary.comparison.kind);
    const QString &number = before.hasInside ? before.insideNumber : before.outsideNumber;
    summary.isElsewhere = !summary.insideNumber.isEmpty() && summary.insideNumber != number;
    if (summary.isElsewhere) {
        summary.changedBy = m_steps;
    }
    for (ComparisonRow &row : summary.comparison.rows) {
        row.isChanged = hasChanged(before, row);
        if (row.isChanged) {
            summary.changedBy = m_steps;
        }
    }
}

} // namespace nsw
