// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepsmodel.h"

#include "app/text/words.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace nsw
{

namespace
{

QString outcomeText(const StepState &state)
{
    if (!state.outcome && state.step.isSkipped) {
        return StepsModel::tr("left out");
    }
    const QString text = [&] {
        if (!state.outcome) {
            return StepsModel::tr("not yet");
        }
        return state.outcome->error ? errnoName(state.outcome->error)
                                    : QString::number(state.outcome->result);
    }();
    return state.isChanged
        ? StepsModel::tr("changed, %1", "a step whose arguments were edited, and its result")
              .arg(text)
        : text;
}

QString timeText(const StepState &state)
{
    return state.outcome
        ? StepsModel::tr("%1 µs").arg(QLocale().toString(state.outcome->durationUs))
        : QString();
}

struct StepColumn {
    const char *title;
    QString (*text)(const StepState &state);
};

constexpr std::array<StepColumn, 6> kStepColumns{{
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "No."),
     .text =
         [](const StepState &state) {
             return QString::number(state.step.n);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "Where"),
     .text =
         [](const StepState &state) {
             return words::actorName(state.step.actor);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "System call"),
     .text =
         [](const StepState &state) {
             return words::callText(state.step);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "Result"), .text = outcomeText},
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "Time"), .text = timeText},
    {.title = QT_TRANSLATE_NOOP("nsw::StepsModel", "What it does"),
     .text =
         [](const StepState &state) {
             return words::narrate(state.step);
         }},
}};

/** Numbers stand under each other. */
int stepAlignment(int column)
{
    const bool number = column == StepsModel::Number || column == StepsModel::Outcome
        || column == StepsModel::Time;
    return static_cast<int>((number ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
}

QString toolTip(const StepState &state, const StepColumn &column)
{
    if (state.outcome && state.outcome->error) {
        return words::explain(state.step, state.outcome->error);
    }
    return column.text(state);
}

/** The number behind the text, where there is one. */
QVariant sortValue(const StepState &state, const StepColumn &column, int number)
{
    switch (number) {
    case StepsModel::Number:
        return state.step.n;
    case StepsModel::Outcome:
        return state.outcome && !state.outcome->error ? QVariant::fromValue(state.outcome->result)
                                                      : QVariant(column.text(state));
    case StepsModel::Time:
        return state.outcome ? QVariant::fromValue(state.outcome->durationUs) : QVariant();
    default:
        return column.text(state);
    }
}

/** Whoever makes it is in another user namespace afterwards. */
bool entersUser(const Operation &operation)
{
    return std::visit(
        []<class Op>(const Op &call) {
            if constexpr (requires { call.namespaces.contains(NsKind::User); }) {
                return call.namespaces.contains(NsKind::User);
            } else {
                return false;
            }
        },
        operation);
}

} // namespace

int StepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kStepColumns.size());
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const StepState &state = rows().at(index.row());
    const StepColumn &column = kStepColumns.at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return column.text(state);
    case Qt::ToolTipRole:
        return toolTip(state, column);
    case Qt::TextAlignmentRole:
        return stepAlignment(index.column());
    case ProgressRole:
        return static_cast<int>(progressOf(state));
    case ActorRole:
        return static_cast<int>(state.step.actor);
    case BreakpointRole:
        return m_breakpoints.contains(state.step.n);
    case NextRole:
        return m_next == state.step.n;
    case Qt::AccessibleTextRole:
        if (index.column() == Number) {
            return spokenNumber(state.step.n);
        }
        return sharedData(index, role);
    case SortRole:
        return sortValue(state, column, index.column());
    default:
        return sharedData(index, role);
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return stepAlignment(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return tr(kStepColumns.at(static_cast<std::size_t>(section)).title);
}

void StepsModel::setSteps(const QList<StepState> &steps)
{
    updateRows(steps, [](const StepState &state) { return state.step.n; });
}

void StepsModel::setPauses(const QSet<std::int32_t> &breakpoints, std::optional<std::int32_t> next)
{
    if (m_breakpoints == breakpoints && m_next == next) {
        return;
    }
    m_breakpoints = breakpoints;
    m_next = next;
    if (!rows().isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int StepsModel::rowOf(std::int32_t n) const
{
    const auto found
        = std::ranges::find_if(rows(), [n](const StepState &one) { return one.step.n == n; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString StepsModel::spokenNumber(std::int32_t n) const
{
    if (m_next == n) {
        return tr("%1, next").arg(n);
    }
    return m_breakpoints.contains(n) ? tr("%1, breakpoint").arg(n) : QString::number(n);
}

StepsModel::Progress StepsModel::progressOf(const StepState &step)
{
    if (!step.outcome) {
        return step.step.isSkipped ? Skipped : Pending;
    }
    return step.outcome->error ? Failed : Done;
}

InsideProcess StepsModel::insideProcess() const
{
    InsideProcess inside;
    for (const StepState &one : rows()) {
        const auto &outcome = one.outcome;
        if (outcome && outcome->call == op::Clone3::kTag && outcome->result > 0) {
            inside.pid = static_cast<std::int32_t>(outcome->result);
        }
        inside.hasOwnUser = inside.hasOwnUser || (outcome && entersUser(one.step.operation));
    }
    return inside;
}

} // namespace nsw
