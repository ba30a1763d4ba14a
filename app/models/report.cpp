// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/report.h"

#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"
#include "app/models/stepsmodel.h"
#include "app/text/about.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/plan/shell.h"
#include "core/store/configurationfile.h"

#include <QLocale>

namespace nsw
{

namespace
{

/** The same words as in the window's tables: they come from the same models. */
TextTable tableOf(const QAbstractItemModel &model)
{
    TextTable table;
    for (int column = 0; column < model.columnCount(); ++column) {
        table.header << model.headerData(column, Qt::Horizontal).toString();
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        table.rows << cells;
    }
    return table;
}

QString choiceOf(const Namespaces &namespaces, NsKind kind)
{
    if (namespaces.isNew(kind)) {
        return translate("Report", "new");
    }
    const Join *join = namespaces.join(kind);
    if (join == nullptr) {
        return translate("Report", "that of the machine");
    }
    const auto *pid = std::get_if<JoinPid>(&join->value);
    return pid != nullptr
        ? translate("Report", "joined from process %1").arg(pid->value)
        : translate("Report", "joined from %1").arg(std::get<JoinPath>(join->value).value);
}

ReportSection configurationSection(const Configuration &configuration)
{
    ReportSection section{.heading = translate("Report", "Configuration"),
                          .paragraphs = {},
                          .table = {},
                          .marked = {},
                          .code = QString::fromUtf8(writeConfiguration(configuration))};
    if (configuration.containers.isEmpty()) {
        return section;
    }
    const Container &container = configuration.containers.constFirst();
    section.paragraphs << translate("Report", "By hand: %1").arg(shellCommand(container));
    section.table.header = {translate("Report", "Namespace"),
                            translate("Report", "Flag"),
                            translate("Report", "Choice")};
    for (const NsKind kind : kAllKinds) {
        section.table.rows << QStringList{
            words::kindName(kind), infoOf(kind).flagName, choiceOf(container.namespaces, kind)};
        section.marked << container.namespaces.isNew(kind);
    }
    return section;
}

ReportSection stepsSection(const SessionState &state)
{
    ReportSection section{.heading = translate("Report", "Steps"),
                          .paragraphs = {},
                          .table = {},
                          .marked = {},
                          .code = {}};
    if (state.steps.isEmpty()) {
        section.paragraphs << translate("Report", "No step was made.");
        return section;
    }
    StepsModel model;
    model.setSteps(state.steps);
    section.table = tableOf(model);
    for (const StepState &step : state.steps) {
        section.marked << (StepsModel::progressOf(step) == StepsModel::Failed);
    }
    if (const StepState *failed = state.failure(); failed != nullptr && failed->outcome) {
        section.paragraphs << words::explain(failed->step, failed->outcome->error);
    }
    return section;
}

QString isolationSentence(const FacetSummary &summary)
{
    switch (summary.isolation) {
    case Isolation::Unknown:
    case Isolation::Unchanged: // of two moments, which a report does not compare
    case Isolation::Changed:
        return {};
    case Isolation::Shared:
        return translate("Report", "Shared: inside and outside are in the same.");
    case Isolation::Isolated:
        return translate("Report", "Isolated: inside is not in the one of outside.");
    case Isolation::Partly:
        return translate("Report", "%1 of %2 kinds are isolated.")
            .arg(summary.isolatedKinds)
            .arg(kAllKinds.size());
    }
    Q_UNREACHABLE();
}

ReportSection facetSection(FacetKind kind, const SessionState &state)
{
    const FacetSummary summary = summarise(kind, state);
    ComparisonModel model;
    model.setComparison(summary.comparison);
    ReportSection section{.heading = words::facetName(kind),
                          .paragraphs = {explanationOf(kind).isolates},
                          .table = tableOf(model),
                          .marked = {},
                          .code = {}};
    for (const ComparisonRow &row : summary.comparison.rows) {
        section.marked << (row.difference != Difference::Same
                           && row.difference != Difference::Unknown);
    }
    if (summary.comparison.rows.isEmpty()) {
        section.table = {};
    }
    if (const QString sentence = isolationSentence(summary); !sentence.isEmpty()) {
        section.paragraphs << sentence;
    }
    if (!summary.outsideNumber.isEmpty() && !summary.insideNumber.isEmpty()) {
        section.paragraphs << translate("Report", "Numbers: outside %1, inside %2.")
                                  .arg(summary.outsideNumber, summary.insideNumber);
    }
    if (!summary.hasInside) {
        section.paragraphs << translate("Report", "The inside is not known.");
    }
    section.paragraphs << summary.comparison.unreadable;
    return section;
}

QString outcomeSentence(const SessionState &state)
{
    switch (state.phase) {
    case Phase::Idle:
    case Phase::Refused:
        return translate("Report", "Nothing was started: this is the machine as it was.");
    case Phase::Connecting:
    case Phase::Running:
    case Phase::Stopping:
        return translate("Report", "The container was running.");
    case Phase::Ended:
        return translate("Report", "The container had ended with exit status %1.")
            .arg(state.exit.value_or(0));
    case Phase::Lost:
        return translate("Report", "The connection to the supervisor was lost.");
    }
    Q_UNREACHABLE();
}

} // namespace

Report
reportOf(const Configuration &configuration, const SessionState &state, const QDateTime &made)
{
    const QString name = configuration.name.isEmpty() && !configuration.containers.isEmpty()
        ? configuration.containers.constFirst().name
        : configuration.name;
    Report report{.title = name.isEmpty()
                      ? translate("Report", "Namespace Workbench")
                      : translate("Report", "%1 — inside and outside").arg(name),
                  .paragraphs = {translate("Report", "Made with Namespace Workbench on %1.")
                                     .arg(QLocale().toString(made, QLocale::LongFormat)),
                                 outcomeSentence(state)},
                  .sections = {configurationSection(configuration), stepsSection(state)}};
    for (const FacetKind kind : kCardFacets) {
        report.sections << facetSection(kind, state);
    }
    for (const FacetKind kind : kDeepFacets) { // not there when a run ended at once
        if (state.facets.contains({Side::Outside, kind})
            || state.facets.contains({Side::Inside, kind})) {
            report.sections << facetSection(kind, state);
        }
    }
    return report;
}

} // namespace nsw
