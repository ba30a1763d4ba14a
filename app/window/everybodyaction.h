// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QLabel;
class QMainWindow;

namespace nsw
{

class MessageBar;
class SessionController;

/** Whether everybody's processes are looked at: asked for in words first, told in the status bar.
 */
class EverybodyAction : public QObject
{
    Q_OBJECT
public:
    EverybodyAction(SessionController *session, MessageBar *message, QMainWindow *window);

    [[nodiscard]] QAction *action() const { return m_action; }

private:
    void ask();
    void show(bool isOn);

    SessionController *m_session;
    MessageBar *m_message;
    QAction *m_action;
    QLabel *m_label;
};

} // namespace nsw
