// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepcostsmodel.h"

#include <QLocale>

#include <array>

namespace nsw
{

namespace
{

struct CostColumn {
    const char *title;
    QString (*text)(const StepCost &cost);
    QVariant (*number)(const StepCost &cost); ///< what is sorted by; null: the text
};

constexpr std::array<CostColumn, 5> kCostColumns{{
    {.title = QT_TRANSLATE_NOOP("nsw::StepCostsModel", "Step"),
     .text = [](const StepCost &cost) { return QString::number(cost.step.n); },
     .number =
         [](const StepCost &cost) {
             return QVariant(cost.step.n);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::StepCostsModel", "System call"),
     .text = [](const StepCost &cost) { return QString(callOf(cost.step.operation)); },
     .number = nullptr},
    {.title = QT_TRANSLATE_NOOP("nsw::StepCostsModel", "Part"),
     .text = [](const StepCost &cost) { return partName(cost.part); },
     .number = nullptr},
    {.title = QT_TRANSLATE_NOOP("nsw::StepCostsModel", "Time"),
     .text = [](const StepCost &cost) { return microsecondsText(cost.microseconds); },
     .number =
         [](const StepCost &cost) {
             return QVariant::fromValue(cost.microseconds);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::StepCostsModel", "Share"),
     .text =
         [](const StepCost &cost) {
             return StepCostsModel::tr("%1 %", "percent")
                 .arg(QLocale().toString(cost.share * 100, 'f', 1));
         },
     .number =
         [](const StepCost &cost) {
             return QVariant(cost.share);
         }},
}};

const CostColumn &columnAt(int section)
{
    return kCostColumns.at(static_cast<std::size_t>(section));
}

int alignmentOf(const CostColumn &column)
{
    return static_cast<int>((column.number != nullptr ? Qt::AlignTrailing : Qt::AlignLeading)
                            | Qt::AlignVCenter);
}

} // namespace

int StepCostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kCostColumns.size());
}

QVariant StepCostsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const StepCost &cost = rows().at(index.row());
    const CostColumn &column = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column.text(cost);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case SortRole:
        return column.number != nullptr ? column.number(cost) : QVariant(column.text(cost));
    default:
        return sharedData(index, role);
    }
}

QVariant StepCostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(columnAt(section));
    }
    return role == Qt::DisplayRole ? QVariant(tr(columnAt(section).title)) : QVariant();
}

void StepCostsModel::setCosts(const QList<StepCost> &costs)
{
    updateRows(costs, [](const StepCost &cost) { return cost.step.n; });
}

} // namespace nsw
