// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"

#include <QFile>
#include <QTest>

#include <csignal>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;
using namespace std::chrono_literals;
using namespace nsw;

/** What who asks gets, and what of it ends when. */
class TestAuth : public AuthTest
{
    Q_OBJECT

private Q_SLOTS:
    void allowedUserGetsRoot();
    void theSupervisorIsGivenNothingElse();
    void namespacesNeedNoUserNamespace();
    void anotherUserIsDenied_data();
    void anotherUserIsDenied();
    void aKilledWindowLeavesNothing();
    void aKilledWindowLeavesNothingWhilePolkitThinks();
    void theSessionOutlivesTheHelper();
    void twoSessionsAtOnce();
};

namespace
{

constexpr qint64 kNeverStalledMs = 100;

QStringList openFiles(qint64 pid)
{
    QStringList files;
    for (int fd = 0; fd < 64; ++fd) {
        const QString target = QFile::symLinkTarget(u"/proc/%1/fd/%2"_s.arg(pid).arg(fd));
        if (!target.isEmpty()) {
            files << QString::number(fd) + u' ' + target.section(u'/', -1).section(u':', 0, 0);
        }
    }
    return files;
}

} // namespace

void TestAuth::allowedUserGetsRoot()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(client.nonceIsOurs());
    QCOMPARE(client.supervisorUid(), 0U);
    QCOMPARE(client.grant(), u"session.root"_s);
    QVERIFY(client.next(u"stalled "_s).toLongLong() < kNeverStalledMs);
    client.leave();
    QVERIFY(client.isDone());
    QVERIFY(client.supervisorEnds());
}

void TestAuth::theSupervisorIsGivenNothingElse()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    const QStringList files = openFiles(client.supervisor());
    QCOMPARE(files.mid(0, 5),
             (QStringList{u"0 null"_s, u"1 null"_s, u"2 null"_s, u"3 socket"_s, u"4 sessions"_s}));
    QFile environment(u"/proc/%1/environ"_s.arg(client.supervisor()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QCOMPARE(environment.readAll(), "PATH=/usr/sbin:/usr/bin:/sbin:/bin\0LANG=C.UTF-8\0"_ba);
    // The window and the supervisor are the only ones that hold the socket: the window's end closes
    // it.
    client.leave();
    QVERIFY(client.supervisorEnds());
}

void TestAuth::namespacesNeedNoUserNamespace()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    client.write(
        R"({"request":"start","refreshMs":0,"configuration":{"version":1,"name":"auth","containers":[)"
        R"({"name":"red","method":"clone","namespaces":{"network":{"new":{}}},)"
        R"("command":["sh","-c","readlink /proc/self/ns/net /proc/self/ns/user; id -u"]}]}})"_ba);
    QString told;
    while (true) {
        const QString event = client.next(u"{"_s);
        QVERIFY2(!event.isEmpty(), qPrintable(told));
        if (event.contains(R"("event":"output")"_L1)) {
            told += event;
        }
        if (event.contains(R"("event":"end")"_L1)) {
            QVERIFY2(event.contains(R"("exit":0)"_L1), qPrintable(event));
            break;
        }
    }
    const QString network = QFile::symLinkTarget(u"/proc/self/ns/net"_s).section(u'/', -1);
    const QString user = QFile::symLinkTarget(u"/proc/self/ns/user"_s).section(u'/', -1);
    QVERIFY2(told.contains("net:["_L1) && !told.contains(network), qPrintable(told));
    QVERIFY2(told.contains(user), qPrintable(told));
    QVERIFY2(told.contains("\\n0\\n"_L1) || told.contains("\"0\\n"_L1), qPrintable(told));
}

void TestAuth::anotherUserIsDenied_data()
{
    QTest::addColumn<Privilege>("asked");
    for (const Privilege asked : contract::kGrants) {
        QTest::newRow(nameOf(asked).data()) << asked;
    }
}

void TestAuth::anotherUserIsDenied()
{
    QFETCH(const Privilege, asked);
    Client client(other(), {.asked = asked});
    QCOMPARE(client.next(u"error "_s), u"polkit EACCES "_s + contract::actionOf(asked));
    const qint64 took = takenMs(client);
    QVERIFY2(took > 0 && took < kServedWithinMs, qPrintable(QString::number(took)));
    QVERIFY(client.isDone());
}

void TestAuth::aKilledWindowLeavesNothing()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    client.kill();
    QVERIFY(client.supervisorEnds());
}

void TestAuth::aKilledWindowLeavesNothingWhilePolkitThinks()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    const Stopped stopped(*polkit);
    Client client(allowed());
    QVERIFY(!client.next(u"returned "_s).isNull());
    client.kill();
    QVERIFY(client.isDone());
    // nsworkbench-authorize, which waits for polkit, must have gone with it.
    QCOMPARE(leaks(), QString());
}

void TestAuth::theSessionOutlivesTheHelper()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(endHelper());
    client.write(R"({"request":"inspect","pid":0})");
    QVERIFY(!client.event(u"facet"_s).isEmpty());
    QVERIFY(!client.supervisorEnds(0ms));
}

void TestAuth::twoSessionsAtOnce()
{
    Client first(allowed());
    QVERIFY(first.isReady());
    Client second(allowed());
    QVERIFY(second.isReady());
    QVERIFY(first.supervisor() != second.supervisor());
    first.leave();
    QVERIFY(first.supervisorEnds());
    QVERIFY(!second.supervisorEnds(0ms));
}

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
