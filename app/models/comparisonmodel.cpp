// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"

#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

struct ComparisonColumn {
    const char *title;
    QString (*text)(const ComparisonRow &row, Versus versus);
};

constexpr std::array<ComparisonColumn, 4> kComparisonColumns{{
    {.title = QT_TRANSLATE_NOOP("nsw::ComparisonModel", "What"),
     .text =
         [](const ComparisonRow &row, Versus /*versus*/) {
             return row.label;
         }},
    {.title = nullptr, // it depends on what is compared
     .text =
         [](const ComparisonRow &row, Versus /*versus*/) {
             return row.outside;
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::ComparisonModel", "Difference"),
     .text =
         [](const ComparisonRow &row, Versus versus) {
             return row.difference == Difference::Same
                 ? QString()
                 : words::differenceText(row.difference, versus);
         }},
    {.title = nullptr,
     .text =
         [](const ComparisonRow &row, Versus /*versus*/) {
             return row.inside;
         }},
}};

/** The most telling first. */
int interest(Difference difference)
{
    switch (difference) {
    case Difference::Different:
        return 0;
    case Difference::OnlyInside:
        return 1;
    case Difference::OnlyOutside:
        return 2;
    case Difference::Same:
        return 3;
    case Difference::Unknown:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kComparisonColumns.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ComparisonRow &row = rows().at(index.row()).row;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return kComparisonColumns.at(static_cast<std::size_t>(index.column())).text(row, m_versus);
    case DifferenceRole:
        return static_cast<int>(row.difference);
    case SortRole:
        return index.column() == Mark ? QVariant(interest(row.difference))
                                      : sharedData(index, role);
    default:
        return sharedData(index, role);
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount()) {
        return {};
    }
    if (section == Outside || section == Inside) {
        return section == Outside ? words::firstName(m_versus) : words::secondName(m_versus);
    }
    return tr(kComparisonColumns.at(static_cast<std::size_t>(section)).title);
}

void ComparisonModel::setComparison(const Comparison &comparison, Marks marks)
{
    setVersus(comparison.versus);
    QHash<QString, int> seen;
    QList<KeyedComparisonRow> next;
    next.reserve(comparison.rows.size());
    for (const ComparisonRow &row : comparison.rows) {
        // A label may look like a number, but has the line end behind it.
        next.append({.key = row.id != 0 ? QString::number(row.id)
                                        : row.label + u'\n' + QString::number(seen[row.label]++),
                     .row = row});
    }
    updateRows(next, [](const KeyedComparisonRow &row) { return row.key; }, marks);
}

void ComparisonModel::setVersus(Versus versus)
{
    if (versus == m_versus) {
        return;
    }
    m_versus = versus;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Mark), index(rowCount() - 1, Mark));
    }
}

} // namespace nsw
