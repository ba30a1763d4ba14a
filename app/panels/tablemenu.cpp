// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tablemenu.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

namespace nsw
{

TableMenu::TableMenu(QTableView *table, Fill fill)
    : QObject(table)
    , m_table(table)
    , m_fill(std::move(fill))
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TableMenu::show);
}

bool TableMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Menu
            || (key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier)) {
            show(currentPlace());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QPoint TableMenu::currentPlace() const
{
    const QRect seen = m_table->viewport()->rect();
    const QRect cell = m_table->visualRect(m_table->currentIndex()).intersected(seen);
    return cell.isEmpty() ? seen.center() : cell.center();
}

void TableMenu::show(const QPoint &at)
{
    // A platform may tell of the menu key twice: as a key, and as a wish for a menu.
    if (QApplication::activePopupWidget() != nullptr) {
        return;
    }
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_fill(menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace nsw
