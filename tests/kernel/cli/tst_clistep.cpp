// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using Qt::StringLiterals::operator""_s;

namespace
{

struct Stepped {
    int exit = -1;
    QByteArray out;
    QByteArray errors;
};

QString allEightExample()
{
    return u"" NSW_EXAMPLES "/all-eight.json"_s;
}

/** A run with these options, to which these lines are given. */
Stepped stepped(const QStringList &options, const QByteArray &lines, const QStringList &command)
{
    QProcess process;
    process.start(u"" NSW_PROGRAM ""_s,
                  QStringList{u"run"_s} + options + QStringList{allEightExample(), u"--"_s}
                      + command);
    process.write(lines);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return {};
    }
    return {.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

/** What the command wrote, which has the same standard output: its lines may come before the line
 * of the step that it became. */
bool hasLines(const QByteArray &out, const QByteArray &lines)
{
    return out.contains(QByteArray("\n" + lines));
}

QList<QJsonObject> eventsOf(const QByteArray &lines, const QString &kind)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.value(u"event"_s).toString() == kind) {
            events << event;
        }
    }
    return events;
}

QString callOf(const QJsonObject &next)
{
    return next.value(u"step"_s).toObject().value(u"call"_s).toString();
}

/** The facets that the last steps changed, each with whether its namespace is another one. */
QMap<QString, bool> changedBefore(const QJsonObject &next)
{
    QMap<QString, bool> changed;
    const QJsonArray facets = next.value(u"changed"_s).toObject().value(u"facets"_s).toArray();
    for (const auto &facet : facets) {
        changed[facet[u"facet"_s].toString()] = facet[u"newNamespace"_s].toBool();
    }
    return changed;
}

/** The number of the first step that is such a call, as `plan` numbers them. */
int numberOf(const QString &call)
{
    QProcess process;
    process.start(u"" NSW_PROGRAM ""_s, {u"plan"_s, u"--json"_s, allEightExample()});
    process.waitForFinished();
    const QJsonObject plan = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const QJsonArray steps = plan.value(u"steps"_s).toArray();
    for (const auto &step : steps) {
        if (step[u"call"_s].toString() == call) {
            return step[u"n"_s].toInt();
        }
    }
    return 0;
}

} // namespace

/** The making of a container, step by step at the command line. */
class TestCliStep : public OracleTest
{
    Q_OBJECT
private Q_SLOTS:
    /** Each step is announced before it is made, and what follows the last pause is the command's.
     */
    void eachStepThenTheCommand()
    {
        const QByteArray every = QByteArray("n\n").repeated(numberOf(u"execve"_s));
        const Stepped run = stepped({u"--step"_s}, every + "one\ntwo\n", {u"cat"_s});
        QVERIFY2(run.exit == 0, run.errors.constData());
        QVERIFY2(hasLines(run.out, "one\ntwo\n"), run.out.right(300).constData());
        QCOMPARE(run.out.count("Next\n"), every.count('n'));
        QVERIFY(run.out.contains("sethostname(\"red\""));
        QVERIFY(run.out.contains("Step 1 changed:"));
    }

    void whatEachStepChanged()
    {
        const int naming = numberOf(u"sethostname"_s);
        QVERIFY(naming > 2);
        const QByteArray lines = "n\nn " + QByteArray::number(naming - 2) + "\nn\nq\n";
        const Stepped run = stepped({u"--step"_s, u"--json"_s}, lines, {u"true"_s});
        QCOMPARE(run.errors, QByteArray());
        QCOMPARE(run.exit, 0); // it was ended at a pause
        const auto pauses = eventsOf(run.out, u"next"_s);
        QCOMPARE(pauses.size(), 4);
        QVERIFY(!pauses.at(0).contains(u"changed"_s));
        QCOMPARE(callOf(pauses.at(0)), u"clone3"_s);
        QVERIFY(changedBefore(pauses.at(1)).value(u"network"_s));
        QCOMPARE(callOf(pauses.at(2)), u"sethostname"_s);
        // The very call, and nothing that others did.
        QCOMPARE(changedBefore(pauses.at(3)), (QMap<QString, bool>{{u"uts"_s, false}}));
        const QJsonObject changed = pauses.at(3).value(u"changed"_s).toObject();
        QCOMPARE(changed.value(u"first"_s).toInt(), naming);
        QCOMPARE(changed.value(u"last"_s).toInt(), naming);
        QVERIFY(!pauses.at(3).value(u"sentence"_s).toString().isEmpty());
        QVERIFY(eventsOf(run.out, u"output"_s).isEmpty());
    }

    void breakpoints()
    {
        const int naming = numberOf(u"sethostname"_s);
        const int last = numberOf(u"execve"_s);
        const QString asked = QString::number(naming);
        const Stepped run = stepped({u"--json"_s, u"--break"_s, asked},
                                    "b 1\nd " + asked.toUtf8() + "\nb " + QByteArray::number(last)
                                        + "\n\n# a comment\nc\nc\n",
                                    {u"echo"_s, u"made"_s});
        QCOMPARE(run.errors, QByteArray());
        const auto pauses = eventsOf(run.out, u"next"_s);
        QCOMPARE(pauses.size(), 2);
        QCOMPARE(callOf(pauses.at(0)), u"sethostname"_s);
        QCOMPARE(callOf(pauses.at(1)), u"execve"_s);
        const auto output = eventsOf(run.out, u"output"_s);
        QCOMPARE(output.size(), 1);
        QCOMPARE(output.constFirst().value(u"text"_s).toString(), u"made\n"_s);
        QCOMPARE(run.exit, 0);
    }

    /** A step that is skipped is not made, an edited one is made as it is now. */
    void stepsCanBeChanged()
    {
        const QByteArray naming = QByteArray::number(numberOf(u"sethostname"_s));
        const Stepped edited
            = stepped({u"--step"_s}, "e " + naming + " name green hill\nc\n", {u"hostname"_s});
        QVERIFY2(edited.exit == 0, edited.errors.constData());
        QVERIFY2(hasLines(edited.out, "green hill\n"), edited.out.right(200).constData());
        const Stepped skipped = stepped({u"--step"_s}, "s " + naming + "\nl\nc\n", {u"hostname"_s});
        QVERIFY2(skipped.exit == 0, skipped.errors.constData());
        QVERIFY(skipped.out.contains("skipped"));
        QVERIFY(!hasLines(skipped.out, "red\n"));
    }

    /** The container as it is at this moment can be looked at by any program. */
    void commandsInside()
    {
        const QByteArray naming = QByteArray::number(numberOf(u"sethostname"_s));
        const Stepped run
            = stepped({u"--break"_s, QString::fromLatin1(naming)},
                      "!cat; echo it is $(hostname)\nn\n!echo it is $(hostname); exit 3\nq\n",
                      {u"true"_s});
        const qsizetype named = run.out.indexOf("sethostname(\"red\"");
        const qsizetype first = run.out.indexOf("\nit is ");
        const qsizetype second = run.out.indexOf("\nit is red\n");
        QVERIFY2(first > named && second > first, run.out.constData());
        QVERIFY(run.out.contains("Its exit status was 3."));
        const Stepped json = stepped({u"--json"_s, u"--break"_s, QString::fromLatin1(naming)},
                                     "n\n!hostname\nq\n",
                                     {u"true"_s});
        const auto did = eventsOf(json.out, u"did"_s);
        QCOMPARE(did.size(), 1);
        QCOMPARE(did.constFirst().value(u"output"_s).toString(), u"red\n"_s);
    }

    void printed()
    {
        const Stepped run = stepped({u"--step"_s}, "n\np uts\np\np weather\nq\n", {u"true"_s});
        QVERIFY(run.out.contains("Hostname"));
        QVERIFY2(run.errors.contains("no facet “weather”"), run.errors.constData());
        const Stepped json = stepped({u"--step"_s, u"--json"_s}, "n\np uts\nq\n", {u"true"_s});
        const auto facets = eventsOf(json.out, u"facets"_s);
        QCOMPARE(facets.size(), 1);
        QCOMPARE(facets.constFirst().value(u"inside"_s).toObject().keys(), QStringList{u"uts"_s});
    }

    /** The end of the input ends it, as q does: nothing is made that nobody asked for. */
    void endOfInput()
    {
        const Stepped run = stepped({u"--step"_s}, "n\nn", {u"echo"_s, u"made"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY(!hasLines(run.out, "made\n"));
    }

    /** A step that fails is a pause; who leaves it there has a run that failed. */
    void aFailureIsAPause()
    {
        const QByteArray naming = QByteArray::number(numberOf(u"sethostname"_s));
        const QByteArray wrong = "e " + naming + " name " + QByteArray(65, 'x') + "\nc\n";
        const Stepped left = stepped({u"--step"_s}, wrong + "q\n", {u"hostname"_s});
        QCOMPARE(left.exit, 125);
        QVERIFY2(left.out.contains("EINVAL"), left.out.constData());
        QVERIFY(!left.errors.isEmpty());
        const Stepped mended = stepped({u"--step"_s}, wrong + "e name blue\nc\n", {u"hostname"_s});
        QVERIFY2(mended.exit == 0, mended.errors.constData());
        QVERIFY(hasLines(mended.out, "blue\n"));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no command")
            << QByteArray("jump") << QByteArray("There is no command “jump”");
        QTest::newRow("no number") << QByteArray("b") << QByteArray("needs the number of a step");
        QTest::newRow("no such step")
            << QByteArray("b 1000") << QByteArray("There is no step 1000");
        QTest::newRow("skip no such step")
            << QByteArray("s 1000") << QByteArray("There is no step 1000");
        QTest::newRow("too much") << QByteArray("c 1 2") << QByteArray("takes no “2”");
        QTest::newRow("no value") << QByteArray("e name") << QByteArray("the name of an argument");
        QTest::newRow("no such argument")
            << QByteArray("e 1 weather fine") << QByteArray("weather");
        QTest::newRow("not to be skipped") << QByteArray("s 1") << QByteArray("1");
        QTest::newRow("nothing to do") << QByteArray("!") << QByteArray("needs a command");
    }
    /** And it is still the same pause. */
    void whatIsWrongIsSaid()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, said);
        const Stepped run = stepped({u"--step"_s}, line + "\nc\n", {u"echo"_s, u"made"_s});
        QVERIFY2(run.errors.contains(said), run.errors.constData());
        QVERIFY2(hasLines(run.out, "made\n"), run.out.constData());
        QCOMPARE(run.exit, 0);
    }

    void wrongOptions()
    {
        const auto wrong = [](const QStringList &options) {
            const Stepped run = stepped(options, "c\n", {u"echo"_s, u"made"_s});
            return run.exit == 2 && run.out.isEmpty() && !run.errors.isEmpty();
        };
        QVERIFY(wrong({u"--break"_s, u"1000"_s}));
        QVERIFY(wrong({u"--break"_s, u"first"_s}));
        QVERIFY(wrong({u"--break"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCliStep)
#include "tst_clistep.moc"
