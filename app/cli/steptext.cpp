// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/steptext.h"

#include "app/cli/narration.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/text/stepguide.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <QCborArray>

#include <algorithm>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

TableStyle style()
{
    TableStyle style;
    style.width = terminalWidth();
    style.colour = wantsColour();
    return style;
}

const Step *nextOf(const SessionState &state)
{
    const auto found = std::ranges::find_if(
        state.steps, [&](const StepState &one) { return one.step.n == state.pausedBefore; });
    return found == state.steps.end() ? nullptr : &found->step;
}

/** Only the facets that the steps changed, each with only the rows that they did. */
QList<FacetSummary> changedFacets(const Pause &pause)
{
    QList<FacetSummary> changed;
    for (const FacetKind kind : kCardFacets) {
        FacetSummary summary = summarise(kind, pause.state);
        if (pause.change) {
            markChange(*pause.change, summary);
        }
        if (summary.changedBy) {
            summary.comparison.rows.removeIf(
                [](const ComparisonRow &row) { return !row.isChanged; });
            summary.comparison.unreadable.clear();
            changed << summary;
        }
    }
    return changed;
}

QString changesText(const Pause &pause)
{
    if (!pause.change) {
        return {};
    }
    const StepRange steps = pause.change->steps;
    const QList<FacetSummary> changed = changedFacets(pause);
    if (changed.isEmpty()) {
        return steps.first < steps.last
            ? translate("Cli", "Steps %1 to %2 changed nothing that is shown.")
                    .arg(steps.first)
                    .arg(steps.last)
                + u"\n\n"_s
            : translate("Cli", "Step %1 changed nothing that is shown.").arg(steps.last)
                + u"\n\n"_s;
    }
    QString text
        = (steps.first < steps.last
               ? translate("Cli", "Steps %1 to %2 changed:").arg(steps.first).arg(steps.last)
               : translate("Cli", "Step %1 changed:").arg(steps.last))
        + u'\n' + tableHead(style());
    for (const FacetSummary &summary : changed) {
        text += facetTable(summary.comparison, style());
        if (summary.isElsewhere) {
            text += u"  "_s
                + translate("Cli", "the namespace itself: %1 inside").arg(summary.insideNumber)
                + u'\n';
        }
    }
    return text + u'\n';
}

QList<FacetKind> kindsOf(std::optional<FacetKind> only)
{
    return only ? QList{*only} : QList<FacetKind>(kCardFacets.begin(), kCardFacets.end());
}

} // namespace

QString pauseText(const Pause &pause)
{
    QString text = changesText(pause);
    const Step *next = nextOf(pause.state);
    if (next == nullptr) {
        return text;
    }
    const StepGuide guide = guideTo(*next);
    text += bold(translate("Cli", "Next"), wantsColour()) + u'\n' + announcement(*next) + u'\n';
    for (const QString &line : {guide.meaning, guide.manPage}) {
        text += line.isEmpty() ? QString() : u"     "_s + line + u'\n';
    }
    return text;
}

QCborMap pauseMap(const Pause &pause)
{
    QCborMap map{{u"event"_s, u"next"_s}};
    if (const Step *next = nextOf(pause.state)) {
        map[u"step"_s] = encode(*next);
        map[u"sentence"_s] = words::narrate(*next);
    }
    if (!pause.change) {
        return map;
    }
    QCborArray facets;
    for (const FacetSummary &summary : changedFacets(pause)) {
        QCborArray rows;
        for (const ComparisonRow &row : summary.comparison.rows) {
            rows.append(QCborMap{
                {u"label"_s, row.label}, {u"outside"_s, row.outside}, {u"inside"_s, row.inside}});
        }
        facets.append(QCborMap{{u"facet"_s, QString(nameOf(summary.comparison.kind))},
                               {u"newNamespace"_s, summary.isElsewhere},
                               {u"rows"_s, rows}});
    }
    map[u"changed"_s] = QCborMap{{u"first"_s, pause.change->steps.first},
                                 {u"last"_s, pause.change->steps.last},
                                 {u"facets"_s, facets}};
    return map;
}

QString stepListText(const SessionState &state, const std::set<std::int32_t> &breakpoints)
{
    QString text;
    for (const StepState &one :
         state.steps.first(std::min(state.steps.size(), state.plan.steps.size()))) {
        QString mark = breakpoints.contains(one.step.n) ? u"●"_s : u" "_s;
        if (one.step.n == state.pausedBefore) {
            mark = u"→"_s;
        }
        const QString skipped
            = one.step.isSkipped ? u"   "_s + translate("Cli", "skipped") : QString();
        text += mark
            + (one.outcome ? narration(one.step, *one.outcome) : announcement(one.step) + skipped)
            + u'\n';
    }
    return text;
}

QString facetsText(const SessionState &state, std::optional<FacetKind> only)
{
    QString text = tableHead(style());
    for (const FacetKind kind : kindsOf(only)) {
        Comparison comparison = summarise(kind, state).comparison;
        if (!only) {
            comparison.rows.removeIf([](const ComparisonRow &row) {
                return row.difference != Difference::Different
                    && row.difference != Difference::OnlyInside;
            });
        }
        if (only || !comparison.rows.isEmpty()) {
            text += facetTable(comparison, style());
        }
    }
    return text;
}

QCborMap facetsMap(const SessionState &state, std::optional<FacetKind> only)
{
    QCborMap map{{u"event"_s, u"facets"_s}};
    for (const Side side : {Side::Outside, Side::Inside}) {
        QCborMap facets;
        for (const FacetKind kind : kindsOf(only)) {
            if (const Facet *facet = state.facet(side, kind)) {
                facets.insert(QString(nameOf(kind)), encodeFacet(*facet));
            }
        }
        map.insert(QString(nameOf(side)), facets);
    }
    return map;
}

} // namespace nsw::cli
