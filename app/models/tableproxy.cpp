// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tableproxy.h"

#include "app/models/tablemodel.h"

#include <utility>

namespace nsw
{

TableProxy::TableProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void TableProxy::setWanted(const QString &text)
{
    if (m_wanted != text) {
        m_wanted = text;
        invalidateRowsFilter();
    }
}

void TableProxy::setRowTest(RowTest test)
{
    m_test = std::move(test);
    invalidateRowsFilter();
}

int TableProxy::allRows() const
{
    return sourceModel() != nullptr ? sourceModel()->rowCount() : 0;
}

bool TableProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *model = sourceModel();
    if (m_test && !m_test(model->index(row, 0, parent))) {
        return false;
    }
    if (m_wanted.isEmpty()) {
        return true;
    }
    for (int column = 0; column < model->columnCount(parent); ++column) {
        const QString text = model->index(row, column, parent).data().toString();
        if (text.contains(m_wanted, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

bool TableProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return m_order.compareValues(left.data(SortRole), right.data(SortRole)) < 0;
}

} // namespace nsw
