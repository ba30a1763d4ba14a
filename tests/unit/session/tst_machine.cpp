// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/machine.h"
#include "app/session/remotesupervisor.h"

#include <QTest>

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

class TestMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("supervisor");
        QTest::newRow("host") << u"ssh://lab"_s << QString() << u"lab"_s << 0 << QString();
        QTest::newRow("no scheme") << u"me@lab"_s << u"me"_s << u"lab"_s << 0 << QString();
        QTest::newRow("all") << u"ssh://me@lab.example:2222/?supervisor=/opt/a%20b/s"_s << u"me"_s
                             << u"lab.example"_s << 2222 << u"/opt/a b/s"_s;
        QTest::newRow("IPv6") << u"ssh://me@[::1]:22"_s << u"me"_s << u"::1"_s << 22 << QString();
    }

    void addresses()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, user);
        QFETCH(const QString, host);
        QFETCH(const int, port);
        QFETCH(const QString, supervisor);
        const auto machine = parseMachine(text);
        QVERIFY(machine);
        QCOMPARE(machine->user, user);
        QCOMPARE(machine->host, host);
        QCOMPARE(machine->port, port);
        QCOMPARE(machine->supervisor, supervisor);
        const auto again = parseMachine(machine->url());
        QVERIFY(again);
        QVERIFY(*again == *machine);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("error");
        QTest::newRow("empty") << QString() << EINVAL;
        QTest::newRow("no host") << u"ssh://"_s << EINVAL;
        QTest::newRow("other scheme") << u"http://lab"_s << ENOTSUP;
        QTest::newRow("password") << u"ssh://me:secret@lab"_s << EPERM;
        QTest::newRow("path") << u"ssh://lab/etc"_s << EINVAL;
        QTest::newRow("other option") << u"ssh://lab?proxy=x"_s << EINVAL;
        QTest::newRow("option for ssh") << u"ssh://-oProxyCommand=x"_s << EINVAL;
        QTest::newRow("user that is an option") << u"ssh://-x@lab"_s << EINVAL;
        QTest::newRow("relative path") << u"ssh://lab?supervisor=s"_s << EINVAL;
        QTest::newRow("quote in path") << u"ssh://lab?supervisor=/a'b"_s << EINVAL;
        QTest::newRow("command in path") << u"ssh://lab?supervisor=/a;reboot"_s << EINVAL;
    }

    void refused()
    {
        QFETCH(const QString, text);
        QFETCH(const int, error);
        const auto machine = parseMachine(text);
        QVERIFY(!machine);
        QCOMPARE(machine.error().operation, u"machine"_s);
        QCOMPARE(machine.error().error.value, error);
        QVERIFY(!machine.error().subject.contains(u"secret"_s));
    }

    void words()
    {
        const RemoteMachine machine{
            .user = u"me"_s, .host = u"lab"_s, .port = 2222, .supervisor = u"/opt/s"_s};
        const QStringList asking = sshArguments(machine, u"abc"_s, true);
        QCOMPARE(asking.last(), u"exec '/opt/s' --stdio --nonce abc"_s);
        QCOMPARE(asking.at(asking.size() - 2), u"lab"_s);
        QCOMPARE(asking.at(asking.size() - 3), u"--"_s);
        QCOMPARE(asking.at(asking.indexOf(u"-p"_s) + 1), u"2222"_s);
        QCOMPARE(asking.at(asking.indexOf(u"-l"_s) + 1), u"me"_s);
        QVERIFY(!asking.contains(u"BatchMode=yes"_s));
        QVERIFY(sshArguments(machine, u"abc"_s, false).contains(u"BatchMode=yes"_s));
    }

    void failures_data()
    {
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("error");
        const auto row = [](int exit, const char *written, const char *operation, int error) {
            QTest::newRow(written)
                << exit << QString::fromLatin1(written) << QString::fromLatin1(operation) << error;
        };
        row(255, "me@lab: Permission denied (publickey,password).", "ssh", EACCES);
        row(255, "Host key verification failed.", "ssh", EKEYREJECTED);
        row(255,
            "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nme@lab: Permission denied.",
            "ssh",
            EKEYREJECTED);
        row(255, "ssh: Could not resolve hostname lab: Name or service not known", "ssh", ENOENT);
        row(255, "ssh: connect to host lab port 22: Connection refused", "ssh", ECONNREFUSED);
        row(255, "ssh: connect to host lab port 22: Connection timed out", "ssh", ETIMEDOUT);
        row(255, "ssh: connect to host lab port 22: No route to host", "ssh", EHOSTUNREACH);
        row(255, "kex_exchange_identification: read: Connection reset by peer", "ssh", EIO);
        row(127, "nsworkbench-supervisor: not found", "ssh-command", ENOENT);
        row(126, "sh: /opt/s: Permission denied", "ssh-command", EACCES);
        row(2, "usage", "ssh-command", EPROTO);
    }

    void failures()
    {
        QFETCH(const int, exit);
        QFETCH(const QString, written);
        QFETCH(const QString, operation);
        QFETCH(const int, error);
        const Error failure = sshFailure(u"me@lab"_s, exit, written);
        QCOMPARE(failure.operation, operation);
        QCOMPARE(failure.error.value, error);
        QCOMPARE(failure.subject, u"me@lab\n"_s + written);
    }
};

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
