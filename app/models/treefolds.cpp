// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/treefolds.h"

#include "app/models/tablemodel.h"

#include <limits>
#include <utility>

namespace nsw
{

void TreeFolds::setFolded(const QString &key, bool folded)
{
    if (folded) {
        m_folded.insert(key);
    } else {
        m_folded.remove(key);
    }
}

void TreeFolds::foldAll(const QAbstractItemModel &tree)
{
    for (int row = 0; row < tree.rowCount(); ++row) {
        if (hasBelow(tree, row)) {
            m_folded.insert(keyOf(tree, row));
        }
    }
}

bool TreeFolds::settle(const QAbstractItemModel &tree)
{
    QSet<QString> hidden;
    constexpr int kNothingIsFolded = std::numeric_limits<int>::max();
    int folded = kNothingIsFolded; // the depth of the folded row that hides what follows
    for (int row = 0; !m_folded.isEmpty() && row < tree.rowCount(); ++row) {
        const int depth = depthOf(tree, row);
        const QString key = keyOf(tree, row);
        if (depth > folded) {
            hidden.insert(key);
        } else {
            folded = isFolded(key) ? depth : kNothingIsFolded;
        }
    }
    return std::exchange(m_hidden, hidden) != hidden;
}

int TreeFolds::depthOf(const QAbstractItemModel &tree, int row)
{
    return tree.index(row, 0).data(DepthRole).toInt();
}

QString TreeFolds::keyOf(const QAbstractItemModel &tree, int row)
{
    return tree.index(row, 0).data(KeyRole).toString();
}

bool TreeFolds::hasBelow(const QAbstractItemModel &tree, int row)
{
    return row + 1 < tree.rowCount() && depthOf(tree, row + 1) > depthOf(tree, row);
}

int TreeFolds::countBelow(const QAbstractItemModel &tree, int row)
{
    const int depth = depthOf(tree, row);
    int end = row + 1;
    while (end < tree.rowCount() && depthOf(tree, end) > depth) {
        ++end;
    }
    return end - row - 1;
}

int TreeFolds::parentOf(const QAbstractItemModel &tree, int row)
{
    const int depth = depthOf(tree, row);
    int parent = row - 1;
    while (parent >= 0 && depthOf(tree, parent) >= depth) {
        --parent;
    }
    return parent;
}

} // namespace nsw
