// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/words.h"
#include "core/wire/frame.h"
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"
#include "tests/support/sshserver.h"

#include <QCborMap>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QtEndian>

#include <csignal>

#include <pwd.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

Container remoteRed(const QStringList &command)
{
    Container container;
    container.name = u"red"_s;
    container.namespaces.user = NewUser{};
    container.namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = {}};
    container.namespaces.pid = NewPid{};
    container.command = command;
    return container;
}

} // namespace

/** Sessions by a real sshd, as far as one machine can be two. */
class TestRemote : public OracleTest
{
    Q_OBJECT
    std::unique_ptr<SshServer> m_server;

    /** What came of an attempt that has to fail. */
    [[nodiscard]] static Error errorOf(const RemoteMachine &machine)
    {
        SessionRun run(machine);
        const bool failed = run.waitFor([&run] { return run.failure.has_value(); });
        return failed ? run.failure.value_or(Error{}) : Error{};
    }

    void prepare() override
    {
        m_server = std::make_unique<SshServer>();
        QCOMPARE(m_server->problem(), QString());
    }
    void finish() override { m_server.reset(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(SshServer::prepareMachine()); }

    void runsAContainer()
    {
        SessionRun run(m_server->machine());
        run.start(
            remoteRed({u"sh"_s, u"-c"_s, u"read -r word; echo \"$word from $(uname -n)\""_s}));
        run.session.send(InputRequest{"hello\n"});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, 0);
        QCOMPARE(run.output(), QByteArray("hello from red\n"));
        const auto *uts = run.facet<UtsFacet>(Side::Inside);
        QVERIFY(uts != nullptr);
        QCOMPARE(uts->nodename, u"red"_s);
        QCOMPARE(run.state().ready.uid, ::geteuid());
    }

    void tellsWhatThePlannerHasToKnow()
    {
        SessionRun run(m_server->machine());
        run.session.send(
            FactsRequest{.id = 7, .configuration = configurationOf(remoteRed({u"true"_s}))});
        const FactsEvent *facts = nullptr;
        QVERIFY(run.waitFor([&] {
            for (const Event &event : run.events) {
                facts = std::get_if<FactsEvent>(&event);
                if (facts != nullptr) {
                    return true;
                }
            }
            return false;
        }));
        QCOMPARE(facts->id, 7);
        QCOMPARE(facts->facts.uid, ::geteuid());
        QVERIFY(facts->facts.supported.contains(NsKind::User));
        QVERIFY(facts->facts.userNamespace != 0);
    }

    /** Its standard streams are the frames': no command may have them. */
    void keepsItsStreams()
    {
        SessionRun run(m_server->machine());
        run.session.send(StartRequest{.configuration = configurationOf(remoteRed({u"true"_s})),
                                      .stdio = Stdio::Inherit,
                                      .refreshMs = 0});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().refusal.constFirst().path, u"stdio"_s);
    }

    void nobodyThere()
    {
        const RemoteMachine machine = m_server->machine();
        m_server.reset();
        m_server = std::make_unique<SshServer>(); // at another port, as the client's configuration
        const Error error = errorOf(machine);
        QCOMPARE(error.operation, u"ssh"_s);
        QCOMPARE(error.error.value, ECONNREFUSED);
        QVERIFY(words::explain(error).contains(u"no SSH server answers"_s));
    }

    void noSuchMachine()
    {
        RemoteMachine machine = m_server->machine();
        machine.host = u"machine.invalid"_s;
        const Error error = errorOf(machine);
        QCOMPARE(error.operation, u"ssh"_s);
        QCOMPARE(error.error.value, ENOENT);
    }

    void notLetIn()
    {
        m_server->useOtherClientKey();
        const Error error = errorOf(m_server->machine());
        QCOMPARE(error.operation, u"ssh"_s);
        QCOMPARE(error.error.value, EACCES);
        QVERIFY(words::explain(error).contains(u"did not let you in"_s));
    }

    void keyOfAnotherMachine()
    {
        m_server->useOtherServerKey();
        const Error error = errorOf(m_server->machine());
        QCOMPARE(error.operation, u"ssh"_s);
        QCOMPARE(error.error.value, EKEYREJECTED);
    }

    void noSupervisorThere()
    {
        const Error error = errorOf(m_server->machine(u"/nonexistent/nsworkbench-supervisor"_s));
        QCOMPARE(error.operation, u"ssh-command"_s);
        QCOMPARE(error.error.value, ENOENT);
        QVERIFY(words::explain(error).contains(u"There is no nsworkbench-supervisor"_s));
    }

    void somethingElseWrites()
    {
        const QString program
            = m_server->makeProgram(u"banner"_s,
                                    "#!/bin/sh\necho Welcome to this machine\nexec "
                                        + qgetenv("NSW_SUPERVISOR") + " \"$@\"\n");
        const Error error = errorOf(m_server->machine(program));
        QCOMPARE(error.operation, u"ssh-output"_s);
        QVERIFY2(error.subject.contains(u"Welcome to this machine"_s), qPrintable(error.subject));
    }

    void anotherVersion_data()
    {
        QTest::addColumn<bool>("saysMore");
        QTest::newRow("with the same words") << false;
        QTest::newRow("with a word that is not known here") << true;
    }

    void anotherVersion()
    {
        QFETCH(const bool, saysMore);
        const QByteArray nonce(32, 'N');
        QCborMap ready
            = QCborValue::fromCbor(toCbor(Event(ReadyEvent{.protocol = 1,
                                                           .version = u"0.0.1"_s,
                                                           .nonce = QString::fromLatin1(nonce),
                                                           .pid = 7,
                                                           .uid = 8})))
                  .toMap();
        if (saysMore) {
            ready.insert("weather"_L1, u"fine"_s);
        }
        const QByteArray body = ready.toCborValue().toCbor();
        QByteArray frame(4, Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(body.size()), frame.data());
        (void)m_server->makeProgram(u"frame"_s, frame + body);
        const QString program
            = m_server->makeProgram(u"old"_s,
                                    "#!/bin/sh\nLC_ALL=C sed \"s/" + nonce
                                        + "/$3/\" \"$(dirname \"$0\")/frame\"\ncat >/dev/null\n");
        const Error error = errorOf(m_server->machine(program));
        QCOMPARE(error.operation, u"ssh-version"_s);
        const QString words = words::explain(error);
        QVERIFY2(words.contains(u"0.0.1"_s) && words.contains(QStringLiteral(NSW_VERSION)),
                 qPrintable(words));
    }

    void noSsh()
    {
        qputenv("NSW_SSH", "/nonexistent/ssh");
        const Error error = errorOf(m_server->machine());
        QCOMPARE(error.operation, u"ssh-start"_s);
        QCOMPARE(error.error.value, ENOENT);
    }

    /** The command line, whose standard input goes to the command there. */
    void commandLine()
    {
        QProcess process;
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"c.json"_s);
        QFile configuration(file);
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(R"({"version": 1, "containers": [{"name": "c", "command": ["sh", "-c",
            "cat; uname -n"], "namespaces": {"user": {"new": {}}, "uts": {"new": {"hostname": "blue"}}}}]})");
        configuration.close();
        process.start(qEnvironmentVariable("NSW_CLI"),
                      {u"run"_s, u"--host"_s, m_server->machine().url(), file});
        process.write("typed\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("typed\nblue\n"));
        QCOMPARE(process.exitCode(), 0);
    }

    void commandLineSaysWhatIsWrong()
    {
        QProcess process;
        process.start(qEnvironmentVariable("NSW_CLI"),
                      {u"inspect"_s, u"--host"_s, u"ssh://user:secret@host"_s});
        QVERIFY(process.waitForFinished());
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains("password") && !errors.contains("secret"), errors.constData());
        QCOMPARE(process.exitCode(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRemote)
#include "tst_remote.moc"
