// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

bool speak(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &directory)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, directory)) {
        return QCoreApplication::installTranslator(translator);
    }
    delete translator;
    return false;
}

} // namespace

void speakDesktopLanguage(QCoreApplication &application)
{
    const QString words = u"nsworkbench"_s;
    const QString directory = u":/i18n"_s;
    const QLocale desktop;
    // English has its plurals in a file too, also for those whose language we don't speak.
    if (!speak(application, desktop, words, directory)) {
        speak(application, QLocale(QLocale::English), words, directory);
    }
    speak(application, desktop, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace nsw
