// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct LibraryOutcome {
    int exit = -1;
    QByteArray output;
    QByteArray errors;
};

LibraryOutcome libraryRan(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("NSW_CLI"), arguments);
    process.closeWriteChannel();
    constexpr int kPatience = 240'000;
    if (!process.waitForFinished(kPatience)) {
        return {};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QList<QJsonObject> libraryLines(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty()) {
            objects << QJsonDocument::fromJson(line).object();
        }
    }
    return objects;
}

} // namespace

/** What comes with the program works on this machine, and what is saved is held against it. */
class TestLibrary : public OracleTest
{
    Q_OBJECT
    QTemporaryDir m_directory;

    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QJsonObject &configuration) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(configuration).toJson());
    }
    [[nodiscard]] static QJsonObject exampleAsJson(const QString &name)
    {
        QFile file(u"" NSW_EXAMPLES "/"_s + name + u".json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

private Q_SLOTS:
    void allOfItComesOutAsExpected()
    {
        const LibraryOutcome checked = libraryRan({u"check"_s, u"--json"_s, u"library"_s});
        const QList<QJsonObject> lines = libraryLines(checked.output);
        QVERIFY(lines.size() >= 24);
        const bool isRoot = ::geteuid() == 0;
        for (const QJsonObject &line : lines) {
            // A cable to the machine is an administrator's.
            const bool isOfRoot = line.value("file"_L1) == "library:network-veth"_L1;
            QVERIFY2(line.value("outcome"_L1)
                         == (isOfRoot && !isRoot ? "not-run"_L1 : "as-expected"_L1),
                     QJsonDocument(line).toJson().constData());
        }
        QCOMPARE(checked.errors, QByteArray());
        QCOMPARE(checked.exit, isRoot ? 0 : 1);
    }

    void aChangedMachineIsTold()
    {
        QJsonObject configuration = exampleAsJson(u"uts"_s);
        QJsonObject expectation = configuration.value("expectation"_L1).toObject();
        QJsonObject inside = expectation.value("inside"_L1).toObject();
        inside.insert("hostname"_L1, u"blue"_s);
        expectation.insert("inside"_L1, inside);
        QJsonObject namespaces = expectation.value("namespaces"_L1).toObject();
        namespaces.insert("ipc"_L1, u"isolated"_s);
        expectation.insert("namespaces"_L1, namespaces);
        configuration.insert("expectation"_L1, expectation);
        write(u"changed.json"_s, configuration);
        const LibraryOutcome checked = libraryRan({u"check"_s, path(u"changed.json"_s)});
        QCOMPARE(checked.exit, 1);
        QVERIFY2(checked.output.contains("inside.hostname: It is “red”; expected was “blue”."),
                 checked.output.constData());
        QVERIFY2(
            checked.output.contains("namespaces.ipc: It is “shared”; expected was “isolated”."),
            checked.output.constData());
        QVERIFY(!checked.output.contains("network"));
    }

    void aFailureThatNobodyExpectsIsTold()
    {
        QJsonObject configuration = exampleAsJson(u"mount-unbindable"_s);
        configuration.remove("expectation"_L1);
        write(u"fails.json"_s, configuration);
        const LibraryOutcome checked = libraryRan({u"check"_s, u"--json"_s, path(u"fails.json"_s)});
        QCOMPARE(checked.exit, 1);
        const QJsonObject line = libraryLines(checked.output).value(0);
        QCOMPARE(line.value("outcome"_L1).toString(), u"diverges"_s);
        const QJsonObject finding = line.value("findings"_L1).toArray().at(0).toObject();
        QCOMPARE(finding.value("path"_L1).toString(), u"failure"_s);
        QCOMPARE(finding.value("found"_L1).toString(), u"mount EINVAL"_s);
    }

    /** A directory before class: what was saved here is as expected here. */
    void whatIsSavedIsAsExpected()
    {
        QDir().mkpath(path(u"class"_s));
        for (const QString &name : {u"setns"_s, u"user-unmapped"_s, u"mount-unbindable"_s}) {
            QJsonObject configuration = exampleAsJson(name);
            configuration.remove("expectation"_L1);
            const QString file = u"class/"_s + name + u".nsw.json"_s;
            write(file, configuration);
            const LibraryOutcome saved
                = libraryRan({u"run"_s, u"--save-expectation"_s, path(file)});
            QCOMPARE(saved.exit, name == u"mount-unbindable"_s ? 125 : 0);
            QFile now(path(file));
            QVERIFY(now.open(QIODevice::ReadOnly));
            const QJsonObject written = QJsonDocument::fromJson(now.readAll()).object();
            // The library has it as it was written by hand.
            QCOMPARE(written.value("expectation"_L1).toObject(),
                     exampleAsJson(name).value("expectation"_L1).toObject());
        }
        const LibraryOutcome checked = libraryRan({u"check"_s, path(u"class"_s)});
        QVERIFY2(checked.exit == 0, checked.output.constData());
        QCOMPARE(checked.output.count("as expected"), 3);
    }

    void whatCannotBeReadIsTold()
    {
        const LibraryOutcome checked
            = libraryRan({u"check"_s, u"library:nothing"_s, u"library:uts"_s});
        QCOMPARE(checked.exit, 1);
        QVERIFY(checked.output.contains("library:nothing: it could not be run"));
        QVERIFY(checked.output.contains("library:uts: as expected"));
    }

    void listed()
    {
        const LibraryOutcome text = libraryRan({u"library"_s});
        QCOMPARE(text.exit, 0);
        QVERIFY(text.output.contains("library:chroot\n  chroot is not a mount namespace\n"));
        const QList<QJsonObject> lines
            = libraryLines(libraryRan({u"library"_s, u"--json"_s}).output);
        QCOMPARE(lines.size(), QDir(u"" NSW_EXAMPLES ""_s).entryList({u"*.json"_s}).size());
    }

    void runByName()
    {
        const LibraryOutcome ran
            = libraryRan({u"run"_s, u"library:uts"_s, u"--"_s, u"uname"_s, u"-n"_s});
        QCOMPARE(ran.output, QByteArray("red\n"));
        QCOMPARE(ran.exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
