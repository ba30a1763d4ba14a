// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tableproxy.h"

#include "app/models/tablemodel.h"

#include <utility>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

TableProxy::TableProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void TableProxy::setSourceModel(QAbstractItemModel *model)
{
    if (const auto *before = qobject_cast<const TableModel *>(sourceModel())) {
        disconnect(before, &TableModel::updated, this, &TableProxy::settle);
    }
    m_folds = {};
    QSortFilterProxyModel::setSourceModel(model);
    if (const auto *table = qobject_cast<const TableModel *>(model)) {
        connect(table, &TableModel::updated, this, &TableProxy::settle);
    }
}

void TableProxy::sort(int column, Qt::SortOrder order)
{
    const bool wasFlat = isFlat();
    QSortFilterProxyModel::sort(column, order);
    if (wasFlat != isFlat()) {
        invalidateRowsFilter();
        tellNames();
    }
}

void TableProxy::setWanted(const QString &text)
{
    if (m_wanted != text) {
        const bool wasFlat = isFlat();
        m_wanted = text;
        invalidateRowsFilter();
        if (wasFlat != isFlat()) {
            tellNames();
        }
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

bool TableProxy::isFlat() const
{
    return sortColumn() >= 0 || !m_wanted.isEmpty() || m_test != nullptr;
}

bool TableProxy::hasFoldable() const
{
    for (int row = 0; !isFlat() && row < allRows(); ++row) {
        if (TreeFolds::hasBelow(*sourceModel(), row)) {
            return true;
        }
    }
    return false;
}

int TableProxy::sourceRow(int row) const
{
    return mapToSource(index(row, 0)).row();
}

bool TableProxy::isFoldable(int row) const
{
    const int source = isFlat() ? -1 : sourceRow(row);
    return source >= 0 && TreeFolds::hasBelow(*sourceModel(), source);
}

bool TableProxy::isFolded(int row) const
{
    return isFoldable(row) && m_folds.isFolded(TreeFolds::keyOf(*sourceModel(), sourceRow(row)));
}

void TableProxy::setFolded(int row, bool folded)
{
    if (isFoldable(row)) {
        const QPersistentModelIndex cell = index(row, 0);
        m_folds.setFolded(TreeFolds::keyOf(*sourceModel(), sourceRow(row)), folded);
        settle();
        Q_EMIT dataChanged(cell, cell);
    }
}

void TableProxy::foldAll()
{
    m_folds.foldAll(*sourceModel());
    settle();
    tellNames();
}

void TableProxy::unfoldAll()
{
    m_folds.unfoldAll();
    settle();
    tellNames();
}

void TableProxy::reveal(int sourceRow)
{
    for (int row = TreeFolds::parentOf(*sourceModel(), sourceRow); row >= 0;
         row = TreeFolds::parentOf(*sourceModel(), row)) {
        m_folds.setFolded(TreeFolds::keyOf(*sourceModel(), row), false);
    }
    settle();
    tellNames();
}

int TableProxy::parentRow(int row) const
{
    const int source = isFlat() ? -1 : sourceRow(row);
    const int parent = source >= 0 ? TreeFolds::parentOf(*sourceModel(), source) : -1;
    return parent >= 0 ? mapFromSource(sourceModel()->index(parent, 0)).row() : -1;
}

QString TableProxy::branchOf(int row) const
{
    const int source = isFlat() ? -1 : sourceRow(row);
    if (source < 0) {
        return {};
    }
    const int depth = TreeFolds::depthOf(*sourceModel(), source);
    // No-break spaces: they keep their width where text is cut or copied.
    const QString place = u"\u00a0\u00a0\u00a0\u00a0"_s.repeated(depth);
    if (isFoldable(row)) {
        return place + (isFolded(row) ? u"►\u00a0"_s : u"▼\u00a0"_s);
    }
    return depth == 0 ? place : QString(place + u"└\u00a0"_s);
}

QVariant TableProxy::nameInTree(int row, const QVariant &name, int role) const
{
    const bool isSpoken = role == Qt::AccessibleTextRole;
    const bool canFold = isFoldable(row);
    if (!canFold) {
        return isSpoken ? name : QVariant(branchOf(row) + name.toString());
    }
    const int below = TreeFolds::countBelow(*sourceModel(), sourceRow(row));
    if (!isFolded(row)) {
        return isSpoken ? tr("%1, unfolded, %n below", nullptr, below).arg(name.toString())
                        : branchOf(row) + name.toString();
    }
    return isSpoken ? tr("%1, folded, %n below", nullptr, below).arg(name.toString())
                    : u"%1%2 (+%3)"_s.arg(branchOf(row), name.toString()).arg(below);
}

QVariant TableProxy::data(const QModelIndex &index, int role) const
{
    const bool isName = index.isValid() && index.column() == 0
        && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole);
    // Only rows of a tree have a depth.
    if (isName && !isFlat() && QSortFilterProxyModel::data(index, DepthRole).isValid()) {
        return nameInTree(index.row(), QSortFilterProxyModel::data(index, Qt::DisplayRole), role);
    }
    return QSortFilterProxyModel::data(index, role);
}

void TableProxy::settle()
{
    if (m_folds.settle(*sourceModel()) && !isFlat()) {
        invalidateRowsFilter();
    }
}

/** They are written in another way in a tree than in a flat list. */
void TableProxy::tellNames()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    }
}

bool TableProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *model = sourceModel();
    if (!isFlat()) {
        return m_folds.isEmpty() || !m_folds.isHidden(TreeFolds::keyOf(*model, row));
    }
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
