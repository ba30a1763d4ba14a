// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/scrollkeeper.h"

#include <QAbstractItemModel>
#include <QScrollBar>
#include <QTableView>

namespace nsw
{

ScrollKeeper::ScrollKeeper(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollKeeper::remember);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ScrollKeeper::remember);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, &ScrollKeeper::remember);
}

void ScrollKeeper::remember()
{
    // At the very top one wants to see what comes there.
    if (m_isPending || m_table->verticalScrollBar()->value() == 0) {
        return;
    }
    m_top = m_table->indexAt({0, 0});
    m_isPending = m_top.isValid();
    if (m_isPending) {
        // Once for all that changes at a time, and before anything is painted.
        QMetaObject::invokeMethod(this, &ScrollKeeper::restore, Qt::QueuedConnection);
    }
}

void ScrollKeeper::restore()
{
    m_isPending = false;
    if (m_top.isValid()) {
        m_table->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    }
}

} // namespace nsw
