// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/naturalorder.h"
#include "app/models/treefolds.h"

#include <QSortFilterProxyModel>

#include <functional>

namespace nsw
{

/**
 * The rows of a table that are looked for, in the order that is asked for. In their own order, and
 * while nothing is looked for, rows with a depth are a tree: indented, and without what is folded
 * away. Else they are a flat list, out of which nothing is.
 */
class TableProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using RowTest = std::function<bool(const QModelIndex &firstCell)>;

    explicit TableProxy(QObject *parent = nullptr);

    /** Only rows that have this text in some column, whatever the case. */
    void setWanted(const QString &text);
    /** Only rows that pass; null: every row does. */
    void setRowTest(RowTest test);
    [[nodiscard]] int allRows() const;

    [[nodiscard]] bool isFlat() const;
    [[nodiscard]] bool hasFoldable() const; ///< some row
    /** It has rows below it in the tree. */
    [[nodiscard]] bool isFoldable(int row) const;
    [[nodiscard]] bool isFolded(int row) const;
    void setFolded(int row, bool folded);
    void foldAll();
    void unfoldAll();
    /** Unfolds what stands above a row of the source. */
    void reveal(int sourceRow);
    /** The row above it in the tree; -1: there is none. */
    [[nodiscard]] int parentRow(int row) const;
    /** What stands before the name: the place in the tree, with a sign where it can be folded. */
    [[nodiscard]] QString branchOf(int row) const;

    void setSourceModel(QAbstractItemModel *model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] int sourceRow(int row) const;
    [[nodiscard]] QVariant nameInTree(int row, const QVariant &name, int role) const;
    void settle();
    void tellNames();

    NaturalOrder m_order;
    QString m_wanted;
    RowTest m_test;
    TreeFolds m_folds;
};

} // namespace nsw
