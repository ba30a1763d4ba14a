// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/facets.h"
#include "core/store/configurationfile.h"
#include "tests/support/oracletest.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

struct CliOutcome {
    int exit = -1;
    QByteArray output;
    QByteArray errors;
};

CliOutcome ran(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(u"" NSW_PROGRAM ""_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return {};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QString example(const QString &name)
{
    return u"" NSW_EXAMPLES "/"_s + name + u".json"_s;
}

QList<QJsonObject> eventsOf(const QByteArray &lines)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty()) {
            events << QJsonDocument::fromJson(line).object();
        }
    }
    return events;
}

QJsonObject facetOf(const QList<QJsonObject> &events, const QString &side, const QString &facet)
{
    for (const QJsonObject &event : events) {
        if (event.value("side"_L1) == side && event.value("facet"_L1) == facet) {
            return event.value("value"_L1).toObject();
        }
    }
    return {};
}

} // namespace

class TestCliRun : public OracleTest
{
    Q_OBJECT
private Q_SLOTS:
    void isolatesExactlyWhatIsNew_data()
    {
        QTest::addColumn<QString>("name");
        for (const NsKind kind : kAllKinds) {
            QTest::newRow(nameOf(kind).data()) << QString(nameOf(kind));
        }
        QTest::newRow("all eight") << u"all-eight"_s;
    }

    void isolatesExactlyWhatIsNew()
    {
        QFETCH(const QString, name);
        const auto configuration = loadConfiguration(example(name));
        QVERIFY(configuration);
        const CliOutcome result
            = ran({u"run"_s, u"--json"_s, example(name), u"--"_s, u"sh"_s, u"-c"_s, u"exit 7"_s});
        QVERIFY2(result.exit == 7, result.errors.constData());
        const auto events = eventsOf(result.output);
        QCOMPARE(events.last().value("event"_L1).toString(), u"end"_s);
        const QJsonObject inside = facetOf(events, u"inside"_s, u"namespaces"_s);
        const QJsonObject outside = facetOf(events, u"outside"_s, u"namespaces"_s);
        for (const NsKind kind : kAllKinds) {
            const auto inode = [&](const QJsonObject &facet) {
                return facet.value(nameOf(kind)).toObject().value("inode"_L1).toInteger();
            };
            QVERIFY(inode(inside) != 0);
            QCOMPARE(inode(inside) != inode(outside),
                     configuration->containers.first().namespaces.isNew(kind));
        }
    }

    void theStatusIsThatOfTheCommand()
    {
        const auto status = [](const QString &script) {
            return ran({u"run"_s, example(u"uts"_s), u"--"_s, u"sh"_s, u"-c"_s, script}).exit;
        };
        QCOMPARE(status(u"exit 0"_s), 0);
        QCOMPARE(status(u"exit 3"_s), 3);
        QCOMPARE(status(u"sleep 1; exit 4"_s), 4);
        QCOMPARE(status(u"kill -9 $$"_s), 128 + SIGKILL);
    }

    /** By the prober of a session, which is confined. */
    void rulesAndSizesInside()
    {
        const CliOutcome result = ran({u"run"_s,
                                       u"--json"_s,
                                       example(u"all-eight"_s),
                                       u"--"_s,
                                       u"sh"_s,
                                       u"-c"_s,
                                       u"nft add table inet lesson && sleep 3"_s});
        QVERIFY2(result.exit == 0, result.errors.constData());
        bool hasRules = false;
        bool hasSizes = false;
        for (const QJsonObject &event : eventsOf(result.output)) {
            if (event.value("side"_L1) == "inside"_L1) {
                const QJsonObject value = event.value("value"_L1).toObject();
                const QJsonObject line = value.value("lines"_L1).toArray().at(0).toObject();
                hasRules = hasRules || line.value("text"_L1) == "table inet lesson"_L1;
                hasSizes = hasSizes
                    || (event.value("facet"_L1) == "space"_L1
                        && !value.value("mounts"_L1).toArray().isEmpty());
            }
        }
        QVERIFY(hasRules);
        QVERIFY(hasSizes);
    }

    void theTourSucceeds()
    {
        const QTemporaryDir directory;
        const QString picture = directory.filePath(u"tour.png"_s);
        const CliOutcome result = ran({u"tour"_s, u"--picture"_s, picture});
        QVERIFY2(result.exit == 0, result.errors.constData());
        QVERIFY(result.output.contains("Clocks"));
        QVERIFY(QFileInfo(picture).size() > 0);
    }

    void readsStandardInput()
    {
        const CliOutcome result
            = ran({u"run"_s, u"-"_s},
                  R"({"version":1,"containers":[{"name":"red","namespaces":{"user":{"new":{}},)"
                  R"("uts":{"new":{"hostname":"red"}}},"command":["uname","-n"]}]})");
        QCOMPARE(result.exit, 0);
        QCOMPARE(result.output, "red\n"_ba);

        const CliOutcome json
            = ran({u"run"_s, u"--json"_s, example(u"uts"_s), u"--"_s, u"cat"_s}, "hällo\n");
        QVERIFY2(json.output.contains("\"stream\":\"stdout\",\"text\":\"hällo\\n\"}"),
                 json.output.constData());
    }

    void aWrongConfigurationIsToldWithItsPlace()
    {
        const CliOutcome result
            = ran({u"run"_s, u"-"_s},
                  R"({"version":1,"containers":[{"name":"red","namespaces":{"utz":{}}}]})");
        QCOMPARE(result.exit, 2);
        QVERIFY(result.output.isEmpty());
        QVERIFY(result.errors.contains("containers[0].namespaces"));
        QVERIFY(result.errors.contains("utz"));
        QVERIFY(result.errors.contains("uts"));
        QCOMPARE(result.errors.count('\n'), 1);
    }

    void aStepThatFailsIsExplained()
    {
        const CliOutcome result
            = ran({u"run"_s, u"-"_s},
                  R"({"version":1,"containers":[{"name":"red","namespaces":{"user":{"new":{}},)"
                  R"("mount":{"new":{"mounts":[{"type":"tmpfs","target":"/no/such"}]}}},)"
                  R"("command":["true"]}]})");
        QCOMPARE(result.exit, 125);
        QVERIFY(result.errors.contains("mount("));
        QVERIFY(result.errors.contains("ENOENT"));
    }

    void aSignalEndsItInOrder()
    {
        QProcess process;
        process.start(u"" NSW_PROGRAM ""_s,
                      {u"run"_s, u"--json"_s, example(u"pid"_s), u"--"_s, u"sleep"_s, u"100"_s});
        QVERIFY(process.waitForReadyRead());
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 128 + SIGTERM);
    }

    void nobodyReads()
    {
        const CliOutcome result = ran({u"--version"_s});
        QCOMPARE(result.exit, 0);
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s,
                     u"" NSW_PROGRAM " run --json "_s + example(u"uts"_s)
                         + u" -- sleep 100 | head -n 1"_s});
        QVERIFY(shell.waitForFinished(10'000));
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
    }

    void inspectHasNineKeys()
    {
        const CliOutcome result = ran({u"inspect"_s, u"--json"_s});
        QCOMPARE(result.exit, 0);
        const QJsonObject object = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(object.size(), 9);
        for (const FacetKind kind : kCardFacets) {
            QVERIFY2(object.contains(nameOf(kind)), nameOf(kind).data());
        }
        const CliOutcome all = ran({u"inspect"_s, u"--json"_s, u"--all"_s});
        QCOMPARE(QJsonDocument::fromJson(all.output).object().size(), qsizetype{kAllFacets.size()});
        QCOMPARE(ran({u"inspect"_s, u"2000000000"_s}).exit, 1);
    }

    void aPlanDoesNothing()
    {
        const CliOutcome result = ran({u"plan"_s, u"--json"_s, example(u"all-eight"_s)});
        QCOMPARE(result.exit, 0);
        const QJsonObject plan = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(plan.value("privilege"_L1).toString(), u"none"_s);
        QVERIFY(plan.value("steps"_L1).toArray().size() > 8);
        QVERIFY(ran({u"plan"_s, example(u"uts"_s)}).output.contains("unshare"));
    }
};

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_clirun.moc"
