// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include "app/window/mainwindow.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

int runWindow(int argc, char **argv, const QString &file)
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(u"nsworkbench"_s);
    QApplication::setOrganizationName(u"nsworkbench"_s);
    QApplication::setApplicationDisplayName(u"Namespace Workbench"_s);
    QApplication::setApplicationVersion(QStringLiteral(NSW_VERSION));
    QApplication::setDesktopFileName(u"org.nsworkbench.nsworkbench"_s);

    QTranslator ours;
    if (ours.load(QLocale(), u"nsworkbench"_s, u"_"_s, u":/i18n"_s)) {
        QApplication::installTranslator(&ours);
    }
    QTranslator qts;
    if (qts.load(
            QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qts);
    }

    MainWindow window;
    if (!file.isEmpty()) {
        window.openFile(file);
    }
    window.show();
    return QApplication::exec();
}

} // namespace nsw
