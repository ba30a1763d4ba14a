// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/detailmodel.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** As far as the first rows tell; a dash stands for a number that there is not. */
bool areNumbers(const QList<DetailRow> &rows, qsizetype column)
{
    constexpr qsizetype kLookedAt = 30;
    bool any = false;
    for (const DetailRow &row : rows.first(std::min(rows.size(), kLookedAt))) {
        const QString cell = row.cells.value(column);
        if (cell.isEmpty() || cell == u"–"_s) {
            continue;
        }
        if (!std::ranges::all_of(cell, [](QChar letter) { return letter.isDigit(); })) {
            return false;
        }
        any = true;
    }
    return any;
}

} // namespace

int DetailModel::alignmentOf(int column) const
{
    const Qt::Alignment side = m_areNumbers.value(column) ? Qt::AlignTrailing : Qt::AlignLeading;
    return static_cast<int>((side | Qt::AlignVCenter).toInt());
}

int DetailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant DetailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const DetailRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole:
    case CopyRole:
        return row.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case DifferenceRole:
        return static_cast<int>(row.difference);
    case KeyRole:
        return row.key;
    case DepthRole:
        return row.depth;
    default:
        return sharedData(index, role);
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    return role == Qt::DisplayRole ? QVariant(m_columns.value(section)) : QVariant();
}

void DetailModel::setTable(const DetailTable &table, Marks marks)
{
    if (m_columns != table.columns) {
        beginResetModel();
        m_columns = table.columns;
        endResetModel();
    }
    m_areNumbers.clear();
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        m_areNumbers << (column > 0 && areNumbers(table.rows, column));
    }
    updateRows(table.rows, [](const DetailRow &row) { return row.key; }, marks);
}

} // namespace nsw
