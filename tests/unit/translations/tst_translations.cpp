// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/translate.h"
#include "tests/unit/translations/tsfile.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Ran {
    bool isEnded = false;
    QString output;
    QString errors;
};

/** An empty value: the variable is not set. */
struct Desktop {
    QString all;
    QString language;
};

Ran ran(const QString &program,
        const QStringList &arguments,
        const Desktop &desktop,
        const QByteArray &input = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"LANG"_s, u"LC_MESSAGES"_s, u"LC_ALL"_s, u"LANGUAGE"_s}) {
        environment.remove(name);
    }
    if (!desktop.all.isEmpty()) {
        environment.insert(u"LC_ALL"_s, desktop.all);
    }
    if (!desktop.language.isEmpty()) {
        environment.insert(u"LANGUAGE"_s, desktop.language);
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool isEnded
        = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {.isEnded = isEnded,
            .output = QString::fromUtf8(process.readAllStandardOutput()),
            .errors = QString::fromUtf8(process.readAllStandardError())};
}

Ran workbench(const QStringList &arguments, const Desktop &desktop, const QByteArray &input = {})
{
    return ran(qEnvironmentVariable("NSW_CLI"), arguments, desktop, input);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coversTheSources_data();
    void coversTheSources();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void speaksTheDesktopsLanguage_data();
    void speaksTheDesktopsLanguage();
    void qtSpeaksItToo();
    void englishHasItsPlurals();
};

void TestTranslations::coversTheSources_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Chinese") << u"zh_CN"_s << QStringList();
    QTest::newRow("English, the plurals") << u"en"_s << QStringList{u"-pluralonly"_s};
}

void TestTranslations::coversTheSources()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, options);
    const QString sources = u"" NSW_SOURCES ""_s;
    const QString name = u"/nsworkbench_"_s + language + u".ts"_s;
    const QTemporaryDir directory;
    const QString copy = directory.path() + name;
    QVERIFY(QFile::copy(sources + u"/translations"_s + name, copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    const Ran update = ran(u"" NSW_LUPDATE ""_s,
                           options
                               + QStringList{u"-silent"_s,
                                             u"-locations"_s,
                                             u"none"_s,
                                             u"-I"_s,
                                             sources,
                                             sources + u"/app"_s,
                                             u"-ts"_s,
                                             copy},
                           {.all = u"C.UTF-8"_s, .language = {}});
    QVERIFY2(update.isEnded, qPrintable(update.errors));
    // It warns of tr() of a class that it does not know: the program would look under another name.
    QCOMPARE(update.errors, QString());

    const QList<test::Message> messages = test::readTsFile(copy);
    QVERIFY(!messages.isEmpty());
    QStringList complaints;
    for (const test::Message &message : messages) {
        const QString complaint = test::complaintAbout(message);
        if (!complaint.isEmpty()) {
            complaints << message.context + u": "_s + message.source + u" ["_s + complaint + u']';
        }
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestTranslations::findsWhatIsWrong_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("translations");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right") << u"%1 of %L2"_s << QString() << QStringList{u"共 %L2 之 %1"_s} << true;
    QTest::newRow("unfinished") << u"One"_s << u"unfinished"_s << QStringList{u"一"_s} << false;
    QTest::newRow("vanished") << u"One"_s << u"vanished"_s << QStringList{u"一"_s} << false;
    QTest::newRow("empty") << u"One"_s << QString() << QStringList{QString()} << false;
    QTest::newRow("missing") << u"One"_s << QString() << QStringList() << false;
    QTest::newRow("placeholder lost")
        << u"%1 of %2"_s << QString() << QStringList{u"共 %2"_s} << false;
    QTest::newRow("placeholder not local")
        << u"%L1 more"_s << QString() << QStringList{u"还有 %1"_s} << false;
    QTest::newRow("second plural empty")
        << u"%n more"_s << QString() << QStringList{u"%n more"_s, QString()} << false;
    QTest::newRow("key lost") << u"&Open"_s << QString() << QStringList{u"打开"_s} << false;
    QTest::newRow("key kept") << u"&Open"_s << QString() << QStringList{u"打开(&O)"_s} << true;
}

void TestTranslations::findsWhatIsWrong()
{
    QFETCH(const QString, source);
    QFETCH(const QString, type);
    QFETCH(const QStringList, translations);
    QFETCH(const bool, isRight);
    const test::Message message{.context = {},
                                .source = source,
                                .type = type,
                                .isPlural = translations.size() > 1,
                                .translations = translations};
    QCOMPARE(test::complaintAbout(message).isEmpty(), isRight);
}

void TestTranslations::speaksTheDesktopsLanguage_data()
{
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expected");
    const QString chinese = u"命名空间工作台"_s;
    const QString english = u"Namespace Workbench"_s;
    QTest::newRow("Chinese locale") << u"zh_CN.UTF-8"_s << QString() << chinese;
    QTest::newRow("list of languages") << u"en_US.UTF-8"_s << u"zh_CN:en"_s << chinese;
    QTest::newRow("list without a locale") << QString() << u"zh_CN"_s << chinese;
    QTest::newRow("English first") << u"zh_CN.UTF-8"_s << u"en_GB:zh_CN"_s << english;
    QTest::newRow("English locale") << u"en_US.UTF-8"_s << QString() << english;
    QTest::newRow("no locale") << u"C.UTF-8"_s << QString() << english;
    QTest::newRow("a language that is not there") << u"de_DE.UTF-8"_s << QString() << english;
}

void TestTranslations::speaksTheDesktopsLanguage()
{
    QFETCH(const QString, all);
    QFETCH(const QString, language);
    QFETCH(const QString, expected);
    const Ran help = workbench({u"--help"_s}, {.all = all, .language = language});
    QVERIFY(help.isEnded);
    QVERIFY2(help.output.startsWith(expected), qPrintable(help.output.left(200)));
}

void TestTranslations::qtSpeaksItToo()
{
    const QByteArray notJson = "{\"version\": 1,";
    const Ran english
        = workbench({u"plan"_s, u"-"_s}, {.all = u"C.UTF-8"_s, .language = {}}, notJson);
    QVERIFY2(english.errors.contains("no longer JSON"_L1), qPrintable(english.errors));
    const Ran chinese
        = workbench({u"plan"_s, u"-"_s}, {.all = u"zh_CN.UTF-8"_s, .language = {}}, notJson);
    QVERIFY2(chinese.errors.contains(u"不再是有效的 JSON"_s), qPrintable(chinese.errors));
    const QString reason = english.errors.section(u"no longer JSON: "_s, 1).section(u'.', 0, 0);
    QVERIFY(!reason.isEmpty());
    QVERIFY2(!chinese.errors.contains(reason), qPrintable(chinese.errors));
}

void TestTranslations::englishHasItsPlurals()
{
    QTranslator words;
    QVERIFY(words.load(u":/i18n/nsworkbench_en.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&words));
    QCOMPARE(translate("Compare", "%n day(s)", nullptr, 1), u"1 day"_s);
    QCOMPARE(translate("Compare", "%n day(s)", nullptr, 2), u"2 days"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)

#include "tst_translations.moc"
