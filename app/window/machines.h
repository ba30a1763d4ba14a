// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/machine.h"

#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QMainWindow;
class QMenu;

namespace nsw
{

class SessionController;

/** Which machine the window works on: chosen in the menu, told in the status bar. */
class Machines : public QObject
{
    Q_OBJECT
public:
    Machines(SessionController *session, QMainWindow *window);

    void fillMenu(QMenu *menu);
    /** As parseMachine() takes it; empty: this machine. */
    void connectTo(const QString &url);
    /** True for the error of a question that was dismissed: then it goes back to this machine, of
     * which nothing has to be said. */
    bool takeDismissal(const Error &error);
    /** Its name; empty: this machine. */
    [[nodiscard]] QString name() const;
    /** How names are shown. */
    void setShownText(std::function<QString(const QString &)> shown);
    void showName();

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

private:
    void ask();
    void remember(const QString &url);

    SessionController *m_session;
    QMainWindow *m_window;
    QAction *m_connect;
    QAction *m_here;
    QLabel *m_label;
    std::function<QString(const QString &)> m_shown;
};

} // namespace nsw
