// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using Qt::StringLiterals::operator""_s;

namespace
{

struct Came {
    int exit = -1;
    QByteArray out;
    QByteArray errors;
};

/** By a shell, where its streams are to be others than a test has. */
Came came(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QString goodExample()
{
    return u"" NSW_EXAMPLES "/uts.json"_s;
}

} // namespace

/** Files that are none, and streams that are not there: what is wrong is said, with the reason. */
class TestCliStrangers : public OracleTest
{
    Q_OBJECT

    QTemporaryDir m_files;

    void make(const QString &name, const QByteArray &text) const
    {
        QFile file(m_files.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("no file for the test");
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile good(goodExample());
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QByteArray text = good.readAll();
        make(u"empty.json"_s, {});
        make(u"cut.json"_s, text.first(60));
        make(u"field.json"_s, QByteArray(text).replace("\"hostname\"", "\"hostnam\""));
        make(u"secret.json"_s, text);
        QVERIFY(QFile::setPermissions(m_files.filePath(u"secret.json"_s), {}));
        QVERIFY(QDir(m_files.path()).mkdir(u"directory"_s));
        QCOMPARE(came(u"" NSW_PROGRAM ""_s,
                      {u"run"_s,
                       u"--record"_s,
                       m_files.filePath(u"made.nswrec"_s),
                       goodExample(),
                       u"--"_s,
                       u"true"_s})
                     .exit,
                 0);
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(name) << QByteArray(said);
        };
        row("none.json", "No such file or directory");
        row("directory", "directory");
        row("empty.json", "it is empty");
        row("cut.json", "4:7");
        row("field.json", "no field “hostnam”");
        row("made.nswrec", "nsworkbench replay");
        if (::geteuid() != 0) {
            row("secret.json", "Permission denied");
        }
        QTest::newRow("library") << u"library:nothing"_s << QByteArray("nsworkbench library");
    }

    /** Every command that reads a configuration, also as JSON. */
    void wrongFiles()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, said);
        const QString path = file.contains(u':') ? file : m_files.filePath(file);
        for (const QStringList &command : {QStringList{u"run"_s},
                                           QStringList{u"plan"_s},
                                           QStringList{u"export"_s, u"--as=sh"_s}}) {
            const Came text = came(u"" NSW_PROGRAM ""_s, command + QStringList{path});
            QCOMPARE(text.exit, 2);
            QVERIFY2(text.errors.contains(said) && text.out.isEmpty(), text.errors.constData());
            const Came json = came(u"" NSW_PROGRAM ""_s, command + QStringList{u"--json"_s, path});
            QCOMPARE(json.exit, 2);
            const QJsonObject object = QJsonDocument::fromJson(json.out).object();
            QVERIFY2(object.contains(u"findings"_s), json.out.constData());
        }
        const Came checked = came(u"" NSW_PROGRAM ""_s, {u"check"_s, path});
        QCOMPARE(checked.exit, 1);
        QVERIFY2(checked.out.contains(file == u"directory"_s ? "There is no configuration" : said),
                 checked.out.constData());
    }

    void wrongImports_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("directory") << u"directory"_s << QByteArray("it is a directory");
        QTest::newRow("empty") << u"empty.json"_s << QByteArray("it is empty");
        QTest::newRow("a configuration")
            << u"field.json"_s << QByteArray("“ociVersion” is missing");
        QTest::newRow("a recording") << u"made.nswrec"_s << QByteArray("nsworkbench replay");
    }

    void wrongImports()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, said);
        const Came result = came(u"" NSW_PROGRAM ""_s, {u"import"_s, m_files.filePath(file)});
        QCOMPARE(result.exit, 2);
        QVERIFY2(result.errors.contains(said), result.errors.constData());
    }

    void outputThatCantBeWritten_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"run --json",
                                  "plan",
                                  "plan --json",
                                  "export --as c",
                                  "export --as c --json",
                                  "check",
                                  "replay --json",
                                  "inspect",
                                  "library",
                                  "help",
                                  "--version"}) {
            QTest::newRow(words) << QString::fromLatin1(words);
        }
    }

    /** A full disk, and a stream that was closed, which nothing else takes the place of. */
    void outputThatCantBeWritten()
    {
        QFETCH(const QString, words);
        const QString file
            = words.startsWith(u"replay"_s) ? m_files.filePath(u"made.nswrec"_s) : goodExample();
        const bool takesNoFile
            = QStringList{u"inspect"_s, u"library"_s, u"help"_s, u"--version"_s}.contains(
                words.section(u' ', 0, 0));
        const QString command = u"" NSW_PROGRAM " "_s + words
            + (takesNoFile ? QString() : QString(u" '"_s + file + u'\''));
        for (const auto &[stream, reason] :
             {std::pair(u" >/dev/full"_s, QByteArray("there is no room left")),
              std::pair(u" >&-"_s, QByteArray())}) {
            const Came result = came(u"sh"_s, {u"-c"_s, command + stream + u" </dev/null"_s});
            QCOMPARE(result.exit, 1);
            QVERIFY2(result.errors.contains("Standard output can't be written"),
                     result.errors.constData());
            QVERIFY2(result.errors.contains(reason), result.errors.constData());
        }
    }

    /** Whatever the program opens next is not taken for it. */
    void inputThatIsClosed()
    {
        const Came result = came(
            u"sh"_s,
            {u"-c"_s, u"" NSW_PROGRAM " run --json '"_s + goodExample() + u"' -- cat <&-"_s});
        QCOMPARE(result.exit, 0);
        QCOMPARE(result.errors, QByteArray());
        const Came stepped = came(
            u"sh"_s, {u"-c"_s, u"" NSW_PROGRAM " run --step '"_s + goodExample() + u"' <&-"_s});
        QCOMPARE(stepped.exit, 0);
        QCOMPARE(stepped.errors, QByteArray());
    }

    void tourWithoutAPicture()
    {
        const Came result
            = came(u"" NSW_PROGRAM ""_s, {u"tour"_s, u"--picture"_s, u"/proc/none.png"_s});
        QCOMPARE(result.exit, 1);
        QVERIFY2(result.errors.endsWith("The picture of the window could not be saved.\n")
                     && !result.errors.contains("plugin"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliStrangers)
#include "tst_clistrangers.moc"
