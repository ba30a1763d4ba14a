// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace nsw
{

/** Keeps the first row in sight where it is while others come and go above it. */
class ScrollKeeper : public QObject
{
    Q_OBJECT
public:
    /** The table has its model already, and keeps it. */
    explicit ScrollKeeper(QTableView *table);

private:
    void remember();
    void restore();

    QTableView *m_table;
    QPersistentModelIndex m_top;
    bool m_isPending = false;
};

} // namespace nsw
