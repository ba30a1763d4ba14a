// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QToolBar;

namespace nsw
{

class Exports;
class FileCommands;
class MainWindow;
class Recordings;

/** What can be done: the actions of the window, in its menus and its tool bar. */
class WindowMenus : public QObject
{
    Q_OBJECT
public:
    WindowMenus(MainWindow *window, FileCommands *files, Recordings *recordings, Exports *exports);

    void setRunning(bool isRunning, bool mayStop);
    /** A recording is shown: nothing can be started before it is closed. */
    void setRecorded(bool isRecorded);
    [[nodiscard]] QToolBar *toolBar() const { return m_toolBar; }

private:
    void makeActions();
    void makeMenus();
    void fillViewMenu(QMenu *menu);
    void makeToolBar();
    void showStartTip();

    MainWindow *m_window;
    FileCommands *m_files;
    Recordings *m_recordings;
    Exports *m_exports;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    bool m_showsContinue = false; ///< in place of Start
    bool m_isRecorded = false;
    QToolBar *m_toolBar = nullptr;
};

} // namespace nsw
