// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actionbuttons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

ActionButtons::ActionButtons(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"-button"_s);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        m_buttons << button;
    }
}

void ActionButtons::fit(int room)
{
    int width = 0;
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        width += button->sizeHint().width();
    }
    if (width > room) {
        for (QToolButton *button : std::as_const(m_buttons)) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
    }
}

} // namespace nsw
