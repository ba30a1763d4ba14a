// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/naturalorder.h"

#include <QSortFilterProxyModel>

#include <functional>

namespace nsw
{

/** The rows of a table that are looked for, in the order that is asked for. */
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

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    NaturalOrder m_order;
    QString m_wanted;
    RowTest m_test;
};

} // namespace nsw
