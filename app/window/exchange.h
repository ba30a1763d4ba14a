// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace nsw
{

class FileCommands;
class MainWindow;

/** Configurations to and from the forms of others. */
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(MainWindow *window, FileCommands *files);

    void fillMenu(QMenu *menu);

private:
    void askForExport();
    void askForImport();

    MainWindow *m_window;
    FileCommands *m_files;
};

} // namespace nsw
