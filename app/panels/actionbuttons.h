// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace nsw
{

/** A button for each action, side by side, with words where there is room for them. */
class ActionButtons : public QWidget
{
    Q_OBJECT
public:
    explicit ActionButtons(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /** Takes no more than `room` pixels, where their icons suffice for that. */
    void fit(int room);

private:
    QList<QToolButton *> m_buttons;
};

} // namespace nsw
