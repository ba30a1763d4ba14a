// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recorded.h"
#include "core/store/recording.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"
#include "tests/support/sshserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kPatience = 30'000; // milliseconds

/** What a program of the command line came to. */
struct Said {
    int exit = -1;
    QByteArray out;
    QByteArray errors;
};

Said said(const QStringList &words)
{
    QProcess process;
    process.start(qEnvironmentVariable("NSW_CLI"), words);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience)) {
        return {};
    }
    return {.exit = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QByteArray small(const QByteArray &more)
{
    return R"({"version": 1, "containers": [{"name": "c", "command": ["sh", "-c", "uname -n; exit 3"],
        "namespaces": {"user": {"new": {}}, "uts": {"new": {"hostname": "blue"}}}}])"
        + more + "}";
}

} // namespace

/** All that needs no display is on another machine as it is here. */
class TestRemoteSessions : public OracleTest
{
    Q_OBJECT
    std::unique_ptr<SshServer> m_server;
    std::unique_ptr<QTemporaryDir> m_files;

    void prepare() override
    {
        m_server = std::make_unique<SshServer>();
        m_files = std::make_unique<QTemporaryDir>();
        QCOMPARE(m_server->problem(), QString());
    }
    void finish() override
    {
        m_server.reset();
        m_files.reset();
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_files->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }
    /** On the other machine. */
    [[nodiscard]] Said there(QStringList words) const
    {
        words.insert(1, u"--host"_s);
        words.insert(2, m_server->machine().url());
        return said(words);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(SshServer::prepareMachine()); }

    void terminals()
    {
        TerminalSession run(m_server->machine());
        QVERIFY(run.begin({u"sleep"_s, u"1000"_s}));
        const auto inside = run.openTerminal(Side::Inside, {u"sh"_s});
        const auto outside = run.openTerminal(Side::Outside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(inside));
        QVERIFY(run.waitUntilOpen(outside));
        run.session.send(TerminalResizeRequest{.id = inside, .columns = 101, .rows = 33});
        QVERIFY(run.waitFor([&] { return run.terminal(inside)->columns == 101; }));
        run.type(inside, "echo $(uname -n) $(stty size)\n");
        QVERIFY(run.waitForText(inside, "acts 33 101"));
        run.type(outside, "[ \"$(uname -n)\" = acts ] || echo else''where\n");
        QVERIFY(run.waitForText(outside, "elsewhere"));
        // Who leaves the namespaces is told from there.
        run.type(inside, "exec unshare --uts sh\n");
        QVERIFY(run.waitFor([&] { return !run.terminal(inside)->moved.isEmpty(); }));
        QCOMPARE(run.terminal(inside)->moved.constFirst().kind, NsKind::Uts);
        run.type(outside, "exit 4\n");
        const auto ended = run.waitForEndOf(outside);
        QVERIFY(ended);
        QCOMPARE(ended->exit, 4);
        run.session.send(TerminalCloseRequest{inside});
        QVERIFY(run.waitForEndOf(inside));
    }

    /** What flows faster than it is shown loses nothing on its way, in either direction. */
    void terminalWithoutLoss()
    {
        constexpr qint64 kSize = qint64{8} << 20;
        TerminalSession run(m_server->machine());
        run.forgets = true;
        QVERIFY(run.begin({u"sleep"_s, u"1000"_s}));
        QCryptographicHash got(QCryptographicHash::Sha256);
        run.onOutput = [&](const QByteArray &bytes) {
            got.addData(bytes);
        };
        const auto id = run.openTerminal(
            Side::Inside,
            {u"sh"_s, u"-c"_s, u"stty raw -echo; yes 0123456789abcdef | head -c %1"_s.arg(kSize)});
        QVERIFY(run.waitForEndOf(id));
        QCOMPARE(run.received, kSize);
        const QByteArray line("0123456789abcdef\n");
        QCOMPARE(got.result(),
                 QCryptographicHash::hash(line.repeated((kSize / line.size()) + 1).first(kSize),
                                          QCryptographicHash::Sha256));
    }

    void oneStepAtATime()
    {
        SessionRun run(m_server->machine());
        Container container = allEight(u"red"_s);
        container.command = {u"uname"_s, u"-n"_s};
        run.session.send(StartRequest{.configuration = configurationOf(container),
                                      .stdio = Stdio::Pipe,
                                      .refreshMs = 50,
                                      .before = 1});
        const auto pausedBefore = [&run](std::int32_t n) {
            return run.waitFor([&] { return run.state().pausedBefore == n || run.state().exit; })
                && run.state().pausedBefore == n;
        };
        QVERIFY(pausedBefore(1));
        const auto count = static_cast<std::int32_t>(run.state().plan.steps.size());
        std::int32_t naming = 0;
        for (std::int32_t n = 1; n < count; ++n) {
            const Step step = run.state().steps.at(n - 1).step;
            if (std::holds_alternative<op::Sethostname>(step.operation)) {
                naming = n;
                Step edited = step;
                std::get<op::Sethostname>(edited.operation).name = u"green"_s;
                run.session.send(EditRequest{edited});
            }
            run.session.send(GoRequest{n + 1});
            QVERIFY2(pausedBefore(n + 1), qPrintable(QString::number(n)));
            QVERIFY(run.state().steps.at(n - 1).outcome);
            QVERIFY(!run.state().steps.at(n).outcome);
            if (n == naming) {
                QCOMPARE(run.facet<UtsFacet>(Side::Inside)->nodename, u"green"_s);
            }
        }
        QVERIFY(naming > 0);
        run.session.send(GoRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.output(), QByteArray("green\n"));
    }

    void acts()
    {
        ActSession run(m_server->machine());
        QVERIFY(run.begin({u"sleep"_s, u"1000"_s}));
        const ActDoneEvent named = run.act(Side::Inside, act::SetHostname{u"teal"_s});
        QVERIFY2(!named.error && named.findings.isEmpty(),
                 qPrintable(named.error.value_or(Error{}).operation));
        QVERIFY(
            run.waitFor([&] { return run.facet<UtsFacet>(Side::Inside)->nodename == u"teal"_s; }));
        QVERIFY(run.facet<UtsFacet>(Side::Outside)->nodename != u"teal"_s);
        const ActDoneEvent started = run.act(
            Side::Inside, act::Start{.command = {u"sleep"_s, u"2000"_s}, .environment = {}});
        QVERIFY(!started.error);
        // Refused there for the same reason as here.
        const ActDoneEvent wrong = run.act(Side::Inside, act::SetHostname{QString(65, u'x')});
        QVERIFY(wrong.error || !wrong.findings.isEmpty());
    }

    /** What the window saves of such a session is the session. */
    void recordedIsWhatWasSeen()
    {
        TerminalSession run(m_server->machine());
        QVERIFY(run.begin({u"sh"_s, u"-c"_s, u"echo up; cat"_s}));
        const auto id = run.openTerminal(Side::Inside, {u"sh"_s});
        QVERIFY(run.waitUntilOpen(id));
        run.type(id, "echo $((6 * 7))4\n");
        QVERIFY(run.waitForText(id, "424"));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        History history;
        for (qsizetype i = 0; i < run.events.size(); ++i) {
            history.append(std::chrono::milliseconds(i), run.events.at(i));
        }
        const QString path = m_files->filePath(u"remote.nswrec"_s);
        QVERIFY(saveRecording(path,
                              recordingOf({.configuration = {},
                                           .startedAt = QDateTime::currentDateTime(),
                                           .history = history})));
        const auto opened = loadRecording(path);
        QVERIFY(opened && opened->findings.isEmpty());
        const History again = historyOf(opened->recording);
        const SessionState state = again.stateAfter(again.lastSerial());
        QCOMPARE(state.terminals, run.state().terminals);
        QVERIFY(state == history.stateAfter(history.lastSerial()));
    }

    void commandLineRecordsAndReplays()
    {
        const QString file = write(u"c.json"_s, small({}));
        const QString recording = m_files->filePath(u"c.nswrec"_s);
        const Said ran = there({u"run"_s, u"--record"_s, recording, file});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.exit, 3);
        m_server.reset(); // a recording takes no machine
        const Said replayed = said({u"replay"_s, recording});
        QCOMPARE(replayed.exit, 0);
        QCOMPARE(replayed.out, QByteArray("blue\n"));
        QVERIFY2(replayed.errors.contains("sethostname"), replayed.errors.constData());
    }

    /** One connection serves any number of files, also after one that could not be run. */
    void commandLineChecks()
    {
        const QString good = write(u"good.json"_s, small(R"(, "expectation": {"exit": 3})"));
        const QString bad = write(u"bad.json"_s, small(R"(, "expectation": {"exit": 4})"));
        const QString none = write(u"none.json"_s, small({}));
        const QString broken = write(u"broken.json"_s, "{");
        const Said checked = there({u"check"_s, u"--json"_s, good, bad, broken, none, good});
        QStringList outcomes;
        for (const QByteArray &line : checked.out.trimmed().split('\n')) {
            outcomes << QJsonDocument::fromJson(line).object().value(u"outcome"_s).toString();
        }
        QCOMPARE(outcomes,
                 (QStringList{u"as-expected"_s,
                              u"diverges"_s,
                              u"not-run"_s,
                              u"nothing-expected"_s,
                              u"as-expected"_s}));
        QCOMPARE(checked.exit, 1);
    }

    void commandLineSavesWhatItCameTo()
    {
        const QString file = write(u"c.json"_s, small({}));
        QCOMPARE(there({u"run"_s, u"--save-expectation"_s, file}).exit, 3);
        const Said checked = there({u"check"_s, file});
        QVERIFY2(checked.exit == 0, checked.out.constData());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("expectation"));
    }

    void commandLineLooks()
    {
        const QString file = write(u"c.json"_s, small({}));
        const Said planned = there({u"plan"_s, u"--json"_s, file});
        QCOMPARE(planned.exit, 0);
        QVERIFY(planned.out.contains("sethostname"));
        const Said inspected = there({u"inspect"_s, u"--json"_s, QString::number(::getpid())});
        QVERIFY2(inspected.exit == 0, inspected.errors.constData());
        const QJsonObject facets = QJsonDocument::fromJson(inspected.out).object();
        QVERIFY(facets.contains(u"uts"_s) && facets.contains(u"mounts"_s));
        const Said toured = there({u"tour"_s, u"--json"_s});
        QVERIFY2(toured.exit == 0, toured.errors.constData());
        QVERIFY(toured.out.contains("clone3"));
    }

    /** Rights are those of the account there: root's do what takes an administrator here. */
    void whatTakesAnAdministrator()
    {
        const QString file = write(u"root.json"_s,
                                   R"({"version": 1, "containers": [{"name": "c", "command":
            ["uname", "-n"], "namespaces": {"uts": {"new": {"hostname": "rooted"}}}}]})");
        const Said ran = there({u"run"_s, file});
        if (::geteuid() == 0) {
            QCOMPARE(ran.errors, QByteArray());
            QCOMPARE(ran.out, QByteArray("rooted\n"));
            return;
        }
        QCOMPARE(ran.exit, 125);
        QVERIFY2(ran.errors.contains("ssh://root@"), ran.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestRemoteSessions)
#include "tst_remotesessions.moc"
