// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include "app/text/language.h"
#include "app/window/machines.h"
#include "app/window/mainwindow.h"

#include <QApplication>
#include <QIcon>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

int runWindow(int argc, char **argv, const QString &file, const QString &host)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"nsworkbench"_s);
    QApplication::setOrganizationName(u"nsworkbench"_s);
    QApplication::setApplicationVersion(QStringLiteral(NSW_VERSION));
    QApplication::setDesktopFileName(u"org.nsworkbench.nsworkbench"_s);
    speakDesktopLanguage(application);
    QApplication::setApplicationDisplayName(MainWindow::tr("Namespace Workbench"));

    MainWindow window;
    if (!file.isEmpty()) {
        window.openFile(file);
    }
    window.show();
    if (!host.isEmpty()) {
        window.machines()->connectTo(host);
    }
    return QApplication::exec();
}

} // namespace nsw
