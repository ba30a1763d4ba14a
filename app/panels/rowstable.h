// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractItemModel;
class QTableView;
class QToolButton;

namespace nsw
{

/** A small table that is edited in place, with buttons that add and remove a line. */
class RowsTable : public QWidget
{
    Q_OBJECT
public:
    explicit RowsTable(QAbstractItemModel *model, QWidget *parent = nullptr);

    /** The values that a column is chosen from. */
    void setChoices(int column, const QStringList &choices);
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    void addWanted();
    void removeWanted(int row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void updateButtons();

    QAbstractItemModel *m_model;
    QTableView *m_table;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace nsw
