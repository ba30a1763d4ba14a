// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/columnmemory.h"

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QTableView;

namespace nsw
{

class TableCopy;
class TableProxy;
class ToneLabel;
class TreeControl;

/**
 * A table to read: searched as one types, sorted by its headers, copied from, its columns
 * remembered. It stays where it is while its rows change.
 */
class DataTable : public QWidget
{
    Q_OBJECT
public:
    /** Its parts are called `name`-table, `name`-filter and `name`-count. */
    DataTable(const QString &name, ColumnMemory::Defaults defaults, QWidget *parent = nullptr);

    /** `columns`: the name under which its columns are remembered. */
    void setModel(QAbstractItemModel *model, const QString &columns, const QString &title);
    void addTool(QWidget *tool);
    /** Puts what it likes at the beginning of the menu of a row. */
    void setMenuExtra(std::function<void(QMenu *)> fill) { m_menuExtra = std::move(fill); }
    /** The search field and what is beside it, to be put elsewhere than above the table. */
    [[nodiscard]] QWidget *searchBar() const { return m_bar; }
    void startSearch();
    /** Gives it the focus, and has a current row. */
    void toTable();

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] TableProxy *proxy() const { return m_proxy; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    [[nodiscard]] ColumnMemory *columns() const { return m_columns; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable(const QString &name);
    void setUpBar(const QString &name);
    bool onFilterEvent(QEvent *event);
    bool onTableEvent(QEvent *event);
    void endSearch();
    void showCount();
    void fillMenu(QMenu *menu);
    void fillSortMenu(QMenu *menu);

    TableProxy *m_proxy;
    QTableView *m_table;
    QWidget *m_bar;
    QHBoxLayout *m_tools;
    QLineEdit *m_filter;
    ToneLabel *m_count;
    ColumnMemory *m_columns;
    TableCopy *m_copy;
    TreeControl *m_tree = nullptr;
    std::function<void(QMenu *)> m_menuExtra;
};

} // namespace nsw
