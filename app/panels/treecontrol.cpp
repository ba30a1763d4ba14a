// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/treecontrol.h"

#include "app/models/tableproxy.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTableView>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

TreeControl::TreeControl(QTableView *table, TableProxy *proxy)
    : QObject(table)
    , m_table(table)
    , m_proxy(proxy)
{
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void TreeControl::fillMenu(QMenu *menu)
{
    if (!m_proxy->hasFoldable()) {
        return;
    }
    const int row = m_table->currentIndex().row();
    const bool canFold = row >= 0 && m_proxy->isFoldable(row);
    const bool isFolded = canFold && m_proxy->isFolded(row);
    const auto add = [menu](const QString &text, const QString &name, bool isEnabled) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setEnabled(isEnabled);
        return action;
    };
    connect(add(tr("&Fold"), u"fold-row"_s, canFold && !isFolded),
            &QAction::triggered,
            this,
            [this, row] { setFolded(row, true); });
    connect(add(tr("&Unfold"), u"unfold-row"_s, isFolded), &QAction::triggered, this, [this, row] {
        setFolded(row, false);
    });
    connect(add(tr("Fold a&ll"), u"fold-all"_s, true),
            &QAction::triggered,
            this,
            &TreeControl::foldAll);
    connect(add(tr("Unfold &all"), u"unfold-all"_s, true),
            &QAction::triggered,
            this,
            &TreeControl::unfoldAll);
    menu->addSeparator();
}

bool TreeControl::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress
        = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (event->type() == QEvent::KeyPress && watched == m_table) {
        return onKey(*static_cast<QKeyEvent *>(event));
    }
    // Other events come from a table that is half gone, too.
    if (isPress && watched == m_table->viewport()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && onPress(mouse->position().toPoint());
    }
    return QObject::eventFilter(watched, event);
}

bool TreeControl::onKey(const QKeyEvent &key)
{
    const QModelIndex current = m_table->currentIndex();
    const bool isPlain = (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    if (!current.isValid() || !isPlain || m_proxy->isFlat()) {
        return false;
    }
    if (key.key() == Qt::Key_Asterisk && m_proxy->hasFoldable()) {
        unfoldAll();
        return true;
    }
    // Elsewhere these go from cell to cell.
    if (current.column() != 0 || (key.modifiers() & Qt::ShiftModifier) != 0) {
        return false;
    }
    const bool isMirrored = m_table->isRightToLeft();
    if (key.key() == (isMirrored ? Qt::Key_Right : Qt::Key_Left)) {
        return onLeft(current.row());
    }
    if (key.key() == (isMirrored ? Qt::Key_Left : Qt::Key_Right)
        && m_proxy->isFolded(current.row())) {
        setFolded(current.row(), false);
        return true;
    }
    return false;
}

/** Folds the row, and from a row that is folded or can't be goes to the one above in the tree. */
bool TreeControl::onLeft(int row)
{
    if (m_proxy->isFoldable(row) && !m_proxy->isFolded(row)) {
        setFolded(row, true);
        return true;
    }
    const int parent = m_proxy->parentRow(row);
    if (parent >= 0) {
        makeCurrent(parent);
    }
    return parent >= 0;
}

bool TreeControl::onPress(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid() || index.column() != 0 || !m_proxy->isFoldable(index.row())) {
        return false;
    }
    // From the edge of the cell to the end of the sign: a sign alone is hard to hit.
    const QRect cell = m_table->visualRect(index);
    const int width
        = m_table->fontMetrics().horizontalAdvance(m_proxy->branchOf(index.row()) + u'\u00a0');
    const QRect branch = QStyle::visualRect(
        m_table->layoutDirection(), cell, QRect(cell.topLeft(), QSize(width, cell.height())));
    if (!branch.contains(at)) {
        return false;
    }
    setFolded(index.row(), !m_proxy->isFolded(index.row()));
    return true;
}

void TreeControl::setFolded(int row, bool folded)
{
    if (folded && isBelow(m_table->currentIndex().row(), row)) {
        makeCurrent(row);
    }
    m_proxy->setFolded(row, folded);
    say(row);
}

void TreeControl::foldAll()
{
    int top = m_table->currentIndex().row();
    for (int parent = top; parent >= 0; parent = m_proxy->parentRow(parent)) {
        top = parent;
    }
    if (top >= 0) {
        makeCurrent(top);
    }
    m_proxy->foldAll();
    say(m_table->currentIndex().row());
}

void TreeControl::unfoldAll()
{
    m_proxy->unfoldAll();
    m_table->scrollTo(m_table->currentIndex());
    say(m_table->currentIndex().row());
}

void TreeControl::makeCurrent(int row)
{
    m_table->setCurrentIndex(m_proxy->index(row, std::max(m_table->currentIndex().column(), 0)));
}

bool TreeControl::isBelow(int row, int ancestor) const
{
    int parent = row;
    while (parent > ancestor) {
        parent = m_proxy->parentRow(parent);
    }
    return row > ancestor && parent == ancestor;
}

void TreeControl::say(int row)
{
    const QString spoken = m_proxy->index(row, 0).data(Qt::AccessibleTextRole).toString();
    if (!spoken.isEmpty()) {
        QAccessibleAnnouncementEvent announcement(m_table, spoken);
        QAccessible::updateAccessibility(&announcement);
    }
}

} // namespace nsw
