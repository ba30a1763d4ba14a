// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/help.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace nsw::cli;
using Qt::StringLiterals::operator""_s;

class TestArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understood()
    {
        QCOMPARE(parseArguments({})->command, Command::Window);
        QCOMPARE(parseArguments({u"a.json"_s})->file, u"a.json"_s);
        QCOMPARE(parseArguments({u"-platform"_s, u"offscreen"_s})->command, Command::Window);
        QCOMPARE(parseArguments({u"--version"_s})->command, Command::Version);
        QCOMPARE(parseArguments({u"run"_s, u"--help"_s})->topic, u"run"_s);
        QCOMPARE(parseArguments({u"inspect"_s, u"12"_s})->pid, 12);
        QCOMPARE(parseArguments({u"tour"_s, u"--picture=x.png"_s})->picture, u"x.png"_s);
        QCOMPARE(parseArguments({u"tour"_s, u"--picture"_s, u"x.png"_s})->picture, u"x.png"_s);
        QCOMPARE(parseArguments({u"run"_s, u"a"_s, u"--record"_s, u"b"_s})->record, u"b"_s);
        QCOMPARE(parseArguments({u"replay"_s, u"a"_s})->speed, std::nullopt);
        QCOMPARE(parseArguments({u"replay"_s, u"a"_s, u"--speed=0.5"_s})->speed, 0.5);
        QCOMPARE(parseArguments({u"check"_s, u"a"_s, u"b"_s})->files,
                 (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(parseArguments({u"library"_s})->command, Command::Library);
        QCOMPARE(parseArguments({u"inspect"_s, u"--host"_s, u"me@lab"_s})->host, u"me@lab"_s);
        QCOMPARE(parseArguments({u"plan"_s, u"a"_s, u"--host=lab"_s, u"--remote-supervisor=/s"_s})
                     ->remoteSupervisor,
                 u"/s"_s);
        const auto window = parseArguments({u"--host"_s, u"lab"_s, u"a.json"_s});
        QVERIFY(window && window->command == Command::Window);
        QCOMPARE(window->host, u"lab"_s);
        QCOMPARE(window->file, u"a.json"_s);
        QCOMPARE(parseArguments({u"library:uts"_s})->command, Command::Window);

        const auto exporting
            = parseArguments({u"export"_s, u"--as"_s, u"go"_s, u"a.json"_s, u"-o"_s, u"b.go"_s});
        QVERIFY(exporting);
        QCOMPARE(exporting->form, u"go"_s);
        QCOMPARE(exporting->output, u"b.go"_s);
        const auto importing = parseArguments({u"import"_s, u"--"_s, u"unshare"_s, u"-u"_s});
        QVERIFY(importing);
        QCOMPARE(importing->containerCommand, (QStringList{u"unshare"_s, u"-u"_s}));

        const auto stepping
            = parseArguments({u"run"_s, u"--step"_s, u"a"_s, u"--break=7"_s, u"--break"_s, u"3"_s});
        QVERIFY(stepping && stepping->step);
        QCOMPARE(stepping->breakpoints, (QList<std::int32_t>{7, 3}));

        const auto run = parseArguments(
            {u"run"_s, u"-"_s, u"--json"_s, u"-v"_s, u"--"_s, u"sh"_s, u"--json"_s, u"--"_s});
        QVERIFY(run && run->json && run->verbose);
        QCOMPARE(run->file, u"-"_s);
        QCOMPARE(run->containerCommand, QStringList({u"sh"_s, u"--json"_s, u"--"_s}));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no file") << QStringList{u"run"_s};
        QTest::newRow("two files") << QStringList{u"plan"_s, u"a"_s, u"b"_s};
        QTest::newRow("option") << QStringList{u"run"_s, u"a"_s, u"--bogus"_s};
        QTest::newRow("option of another command") << QStringList{u"plan"_s, u"a"_s, u"-v"_s};
        QTest::newRow("no number") << QStringList{u"inspect"_s, u"self"_s};
        QTest::newRow("zero") << QStringList{u"inspect"_s, u"0"_s};
        QTest::newRow("command that is none") << QStringList{u"rnu"_s};
        QTest::newRow("command where none belongs")
            << QStringList{u"plan"_s, u"a"_s, u"--"_s, u"sh"_s};
        QTest::newRow("picture of no name") << QStringList{u"tour"_s, u"--picture"_s};
        QTest::newRow("no form") << QStringList{u"export"_s, u"a"_s};
        QTest::newRow("unknown form") << QStringList{u"export"_s, u"a"_s, u"--as=cobol"_s};
        QTest::newRow("nothing to import") << QStringList{u"import"_s};
        QTest::newRow("two things to import")
            << QStringList{u"import"_s, u"a"_s, u"--"_s, u"unshare"_s};
        QTest::newRow("recording of no name") << QStringList{u"run"_s, u"a"_s, u"--record"_s};
        QTest::newRow("no speed") << QStringList{u"replay"_s, u"a"_s, u"--speed"_s, u"0"_s};
        QTest::newRow("speed that is no number")
            << QStringList{u"replay"_s, u"a"_s, u"--speed=nan"_s};
        QTest::newRow("no machine") << QStringList{u"run"_s, u"a"_s, u"--host"_s};
        QTest::newRow("window on no machine") << QStringList{u"--host"_s};
        QTest::newRow("nothing to check") << QStringList{u"check"_s};
        QTest::newRow("expectation of standard input")
            << QStringList{u"run"_s, u"--save-expectation"_s, u"-"_s};
        QTest::newRow("expectation in the library")
            << QStringList{u"run"_s, u"--save-expectation"_s, u"library:uts"_s};
        QTest::newRow("value where there is none")
            << QStringList{u"plan"_s, u"a"_s, u"--json=yes"_s};
        QTest::newRow("no breakpoint") << QStringList{u"run"_s, u"a"_s, u"--break=0"_s};
        QTest::newRow("commands and a configuration at once")
            << QStringList{u"run"_s, u"--step"_s, u"-"_s};
        QTest::newRow("two files for the window") << QStringList{u"a.json"_s, u"b.json"_s};
        QTest::newRow("option of the program") << QStringList{u"--bogus"_s};
    }

    void refused()
    {
        QFETCH(const QStringList, words);
        const auto arguments = parseArguments(words);
        QVERIFY(!arguments);
        QVERIFY(arguments.error().endsWith(u'.'));
    }

    /** The manual page has each command and each option that the help has. */
    void manualIsComplete()
    {
        QFile file(u"" NSW_RESOURCES "/nsworkbench.1"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString manual = QString::fromUtf8(file.readAll()).remove(u'\\');
        static const QRegularExpression option(u"--[a-z][a-z-]+"_s);
        static const QRegularExpression command(u"nsworkbench ([a-z]+)"_s);
        QSet<QString> commands;
        for (const QRegularExpressionMatch &found : command.globalMatch(helpText({}))) {
            commands << found.captured(1);
        }
        QVERIFY(commands.size() > 8);
        for (const QString &one : std::as_const(commands)) {
            QVERIFY2(manual.contains(u"nsworkbench "_s + one), qPrintable(one));
            for (const QRegularExpressionMatch &found : option.globalMatch(helpText(one))) {
                QVERIFY2(manual.contains(found.captured()), qPrintable(found.captured()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
