// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QMenu;
class QPoint;
class QTableView;

namespace nsw
{

class TableProxy;

/**
 * Folds and unfolds the rows of a table that is a tree: by the sign before a name, by Left and
 * Right on it, and from the menu of a row. What it did is told to screen readers.
 */
class TreeControl : public QObject
{
    Q_OBJECT
public:
    TreeControl(QTableView *table, TableProxy *proxy);

    /** Nothing where nothing can be folded. */
    void fillMenu(QMenu *menu);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(const QKeyEvent &key);
    bool onLeft(int row);
    bool onPress(const QPoint &at);
    void setFolded(int row, bool folded);
    void foldAll();
    void unfoldAll();
    void makeCurrent(int row);
    [[nodiscard]] bool isBelow(int row, int ancestor) const;
    void say(int row);

    QTableView *m_table;
    TableProxy *m_proxy;
};

} // namespace nsw
