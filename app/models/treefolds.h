// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

class QAbstractItemModel;

namespace nsw
{

/**
 * Which rows of a tree are folded, and what that hides. The tree is a table: its rows stand depth
 * first and have a depth. Rows are known by their keys, so that a row stays folded while others
 * come, go and move, also where another moment does not have it.
 */
class TreeFolds
{
public:
    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }
    [[nodiscard]] bool isFolded(const QString &key) const { return m_folded.contains(key); }
    /** Below a folded row, as settle() found it. */
    [[nodiscard]] bool isHidden(const QString &key) const { return m_hidden.contains(key); }

    void setFolded(const QString &key, bool folded);
    /** Every row that has rows below it. */
    void foldAll(const QAbstractItemModel &tree);
    void unfoldAll() { m_folded.clear(); }

    /** Looks at what the tree is now; true when that hides other rows than before. */
    bool settle(const QAbstractItemModel &tree);

    [[nodiscard]] static int depthOf(const QAbstractItemModel &tree, int row);
    [[nodiscard]] static QString keyOf(const QAbstractItemModel &tree, int row);
    [[nodiscard]] static bool hasBelow(const QAbstractItemModel &tree, int row);
    /** How many rows are below it, at whatever depth. */
    [[nodiscard]] static int countBelow(const QAbstractItemModel &tree, int row);
    /** The row above it in the tree; -1: there is none. */
    [[nodiscard]] static int parentOf(const QAbstractItemModel &tree, int row);

private:
    QSet<QString> m_folded;
    QSet<QString> m_hidden;
};

} // namespace nsw
