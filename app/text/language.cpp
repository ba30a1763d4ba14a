// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTranslator>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Gives the language that is spoken from now on, such as "zh_CN"; empty where there are no words.
 */
QString speak(QCoreApplication &application,
              const QLocale &locale,
              const QString &name,
              const QString &directory)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, directory)
        && QCoreApplication::installTranslator(translator)) {
        return translator->language();
    }
    delete translator;
    return {};
}

} // namespace

void speakDesktopLanguage(QCoreApplication &application)
{
    const QString ours = u"nsworkbench"_s;
    const QString directory = u":/i18n"_s;
    const QLocale desktop;
    QString language = speak(application, desktop, ours, directory);
    if (language.isEmpty()) { // English has its plurals in a file too
        language = speak(application, QLocale(QLocale::English), ours, directory);
    }
    // Lists and dates stand in sentences: they are of the same language, also where LANGUAGE asks
    // for another than the locale, or where the desktop's is none that we speak.
    const QLocale spoken(language);
    const bool isPlain = desktop.language() == QLocale::C && spoken.language() == QLocale::English;
    if (spoken.language() != desktop.language() && !isPlain) {
        QLocale::setDefault(QLocale(spoken.language(), desktop.territory()));
    }
    speak(application, spoken, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

QString words::withoutMnemonic(QString text)
{
    static const QRegularExpression appended(u"\\(&.\\)"_s);
    return text.remove(appended).remove(u'&');
}

} // namespace nsw
