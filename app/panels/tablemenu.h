// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QMenu;
class QPoint;
class QTableView;

namespace nsw
{

/** The context menu of a table, by the mouse, the menu key or Shift+F10. */
class TableMenu : public QObject
{
    Q_OBJECT
public:
    using Fill = std::function<void(QMenu *)>;

    TableMenu(QTableView *table, Fill fill);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QPoint &at);
    [[nodiscard]] QPoint currentPlace() const;

    QTableView *m_table;
    Fill m_fill;
};

} // namespace nsw
