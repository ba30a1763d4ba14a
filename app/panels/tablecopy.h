// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tabletext.h"

#include <QObject>

class QAction;
class QMenu;
class QTableView;

namespace nsw
{

/** What is selected: the columns that are shown as they stand, the rows from top to bottom. */
TextTable selectedText(const QTableView *table);

/** Copies what is selected in a table, by key or from a menu. */
class TableCopy : public QObject
{
    Q_OBJECT
public:
    explicit TableCopy(QTableView *table);

    void fillMenu(QMenu *menu);

private:
    void copy(QString (*write)(const TextTable &)) const;
    void copyCell() const;

    QTableView *m_table;
    QAction *m_copy;
};

} // namespace nsw
