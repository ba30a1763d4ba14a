// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"
#include "tests/support/sshserver.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <pwd.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

/** The PID of the ssh(1) that this process started, or 0. */
pid_t sshOfOurs()
{
    QFile children(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    if (!children.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &word : children.readAll().split(' ')) {
        QFile name(u"/proc/%1/comm"_s.arg(QString::fromLatin1(word)));
        if (name.open(QIODevice::ReadOnly) && name.readAll() == "ssh\n") {
            return word.toInt();
        }
    }
    return 0;
}

Container remoteSleeper(bool pidNamespace)
{
    Container container = allEight(u"red"_s);
    container.command = {u"sh"_s, u"-c"_s, u"trap '' TERM; sleep infinity & wait"_s};
    if (!pidNamespace) {
        container.namespaces.pid.reset();
    }
    return container;
}

} // namespace

/** Whatever ends a session on another machine, nothing of it stays there. */
class TestRemoteLeaks : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(SshServer::prepareMachine()); }

    void nothingStays_data()
    {
        QTest::addColumn<bool>("asRoot");
        QTest::addColumn<bool>("killed");
        QTest::addColumn<bool>("pidNamespace");
        for (const bool asRoot : {true, false}) {
            for (const bool killed : {true, false}) {
                for (const bool pidNamespace : {true, false}) {
                    QTest::addRow("%s, %s, %s PID namespace",
                                  asRoot ? "root" : "user",
                                  killed ? "ssh killed" : "session closed",
                                  pidNamespace ? "new" : "no")
                        << asRoot << killed << pidNamespace;
                }
            }
        }
    }

    void nothingStays()
    {
        QFETCH(const bool, asRoot);
        QFETCH(const bool, killed);
        QFETCH(const bool, pidNamespace);
        const SshServer server;
        QCOMPARE(server.problem(), QString());
        const RemoteMachine machine = machineOf(server, asRoot);
        const passwd *account = ::getpwnam( // NOLINT(concurrency-mt-unsafe)
            machine.user.toLocal8Bit().constData());
        QVERIFY(account != nullptr);
        const uid_t uid = account->pw_uid;
        const LeakOracle oracle;
        {
            SessionRun run(machine);
            run.start(remoteSleeper(pidNamespace));
            QVERIFY(run.waitUntilLooked());
            QCOMPARE(run.state().ready.uid, uid);
            QVERIFY(!oracle.difference(std::chrono::milliseconds(0)).isEmpty());
            if (killed) {
                const pid_t ssh = sshOfOurs();
                QVERIFY(ssh > 0);
                QCOMPARE(::kill(ssh, SIGKILL), 0);
                QVERIFY(run.waitFor([&run] { return run.failure.has_value(); }));
                QCOMPARE(run.failure.value_or(Error{}).operation, u"ssh-lost"_s);
                QCOMPARE(run.state().phase, Phase::Lost);
            }
        }
        QCOMPARE(oracle.difference(std::chrono::seconds(10)), QString());
    }

    void cutWhileATerminalWrites_data()
    {
        QTest::addColumn<bool>("asRoot");
        QTest::addColumn<bool>("isShown");
        for (const bool asRoot : {true, false}) {
            QTest::addRow("%s, it flows", asRoot ? "root" : "user") << asRoot << true;
            QTest::addRow("%s, it waits", asRoot ? "root" : "user") << asRoot << false;
        }
    }

    /** With shells inside and outside that write as fast as they can, or wait to be shown. */
    void cutWhileATerminalWrites()
    {
        QFETCH(const bool, asRoot);
        QFETCH(const bool, isShown);
        const SshServer server;
        QCOMPARE(server.problem(), QString());
        const LeakOracle oracle;
        {
            TerminalSession run(machineOf(server, asRoot));
            run.acknowledges = isShown;
            run.forgets = true;
            QVERIFY(run.begin({u"sleep"_s, u"infinity"_s}));
            for (const Side side : {Side::Inside, Side::Outside}) {
                run.openTerminal(side, {u"sh"_s, u"-c"_s, u"trap '' HUP TERM; yes; yes"_s});
            }
            QVERIFY(run.waitFor([&run] { return run.received >= kTerminalWindow; }));
            const pid_t ssh = sshOfOurs();
            QVERIFY(ssh > 0);
            QCOMPARE(::kill(ssh, SIGKILL), 0);
            QVERIFY(run.waitFor([&run] { return run.failure.has_value(); }));
            QCOMPARE(run.failure.value_or(Error{}).operation, u"ssh-lost"_s);
        }
        QCOMPARE(oracle.difference(std::chrono::seconds(10)), QString());
    }

private:
    static RemoteMachine machineOf(const SshServer &server, bool asRoot)
    {
        RemoteMachine machine = server.machine();
        machine.user = asRoot ? u"root"_s : qEnvironmentVariable("NSW_TEST_USER");
        return machine;
    }
};

QTEST_GUILESS_MAIN(TestRemoteLeaks)
#include "tst_remoteleaks.moc"
