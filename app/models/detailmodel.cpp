// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/detailmodel.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString indented(const DetailRow &row)
{
    const QString &text = row.cells.first();
    // No-break spaces: they keep their width where text is cut or copied.
    return row.depth == 0 ? text : u"\u00a0\u00a0\u00a0"_s.repeated(row.depth - 1) + u"└\u00a0"_s + text;
}

} // namespace

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
        return index.column() == 0 ? indented(row) : row.cells.value(index.column());
    case Qt::ToolTipRole:
    case SortRole:
        return row.cells.value(index.column());
    case DifferenceRole:
        return static_cast<int>(row.difference);
    case KeyRole:
        return row.key;
    default:
        return sharedData(index, role);
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_columns.value(section)
                                                                    : QVariant();
}

void DetailModel::setTable(const DetailTable &table)
{
    if (m_columns != table.columns) {
        beginResetModel();
        m_columns = table.columns;
        endResetModel();
    }
    updateRows(table.rows, [](const DetailRow &row) { return row.key; });
}

} // namespace nsw
