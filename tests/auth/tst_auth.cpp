// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "tests/auth/person.h"
#include "tests/support/leakoracle.h"
#include "tests/support/require.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <array>
#include <csignal>

#include <sys/socket.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;
using namespace std::chrono_literals;
using namespace nsw;

/** The helper as it is installed, with the real system bus and polkit. Needs the isolation of
 * tools/test. */
class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void allowedUserGetsRoot();
    void theSupervisorIsGivenNothingElse();
    void namespacesNeedNoUserNamespace();
    void anotherUserIsDenied();
    void aKilledWindowLeavesNothing();
    void aKilledWindowLeavesNothingWhilePolkitThinks();
    void theSessionOutlivesTheHelper();
    void twoSessionsAtOnce();

    void refused_data();
    void refused();
    void anotherNameDoesNotHelp();
    void socketOfAnotherUserIsRefused();
    void noOneStopsAnAction_data();
    void noOneStopsAnAction();
    void anUnknownActionDoesNotHoldTheHelper();
    void aCrashOfTheHelperCostsNothing();
    void theHelperSaysWhenItIsBusy();

    void polkitDoesNotAnswer();
    void theBusDoesNotAnswer();
    void thereIsNoBus();
    void thereIsNoHelper();

private:
    std::optional<LeakOracle> m_oracle;
};

namespace
{

constexpr qint64 kDeniedWithinMs = 1000;
constexpr qint64 kNeverStalledMs = 100;
// A timer of 500 ms may be 5 % early.
constexpr qint64 kPatienceMs = 470;
constexpr qint64 kTimedOutWithinMs = 2000;

Person allowed()
{
    return Person(qEnvironmentVariable("NSW_TEST_USER"));
}

Person other()
{
    return Person(qEnvironmentVariable("NSW_TEST_OTHER"));
}

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

QString refusal()
{
    return u"reply "_s + QString::number(contract::kRefused);
}

QString takenMs(Client &client)
{
    return client.next(u"took "_s);
}

/** Moves a file away, and back in the end. */
class Hidden
{
public:
    explicit Hidden(QString path)
        : m_path(std::move(path))
    {
        hidden = QFile::rename(m_path, m_path + u".hidden"_s);
    }
    Hidden(const Hidden &) = delete;
    Hidden &operator=(const Hidden &) = delete;
    Hidden(Hidden &&) = delete;
    Hidden &operator=(Hidden &&) = delete;
    ~Hidden() { QFile::rename(m_path + u".hidden"_s, m_path); }

    bool hidden = false;

private:
    QString m_path;
};

bool reloadBus()
{
    return QDBusConnection::systemBus()
               .call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s,
                                                    u"/org/freedesktop/DBus"_s,
                                                    u"org.freedesktop.DBus"_s,
                                                    u"ReloadConfig"_s))
               .type()
        == QDBusMessage::ReplyMessage;
}

void endHelper()
{
    if (const auto pid = ownerOf(contract::kHelper)) {
        ::kill(static_cast<pid_t>(*pid), SIGKILL);
    }
}

bool helperIsGone()
{
    return QTest::qWaitFor([] { return !ownerOf(contract::kHelper); });
}

} // namespace

void TestAuth::initTestCase()
{
    NSW_REQUIRE(qEnvironmentVariable("NSW_TEST_ISOLATED") == "1"_L1,
                "needs a system bus, polkit and accounts of its own: run it with tools/test");
    QVERIFY(QFileInfo::exists(u"/usr/share/polkit-1/actions/org.nsworkbench.helper.policy"_s));
    // Loaded before the first look of the oracle.
    QVERIFY(QDBusConnection::systemBus().isConnected());
}

void TestAuth::init()
{
    // The helper leaves by itself, 10 s after it was last needed.
    m_oracle.emplace(QStringList{u"nsworkbench-hel"_s});
}

void TestAuth::cleanup()
{
    if (m_oracle) {
        QCOMPARE(m_oracle->difference(), QString());
    }
}

void TestAuth::allowedUserGetsRoot()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(client.nonceIsOurs());
    QCOMPARE(client.supervisorUid(), 0U);
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
    QCOMPARE(files.mid(0, 4), (QStringList{u"0 null"_s, u"1 null"_s, u"2 null"_s, u"3 socket"_s}));
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
        R"("command":["sh","-c","readlink /proc/self/ns/net /proc/self/ns/user; id -u"]}]}})"
        "\n");
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

void TestAuth::anotherUserIsDenied()
{
    Client client(other());
    QCOMPARE(client.next(u"error "_s), u"polkit EACCES org.nsworkbench.helper.session.root"_s);
    const qint64 took = takenMs(client).toLongLong();
    QVERIFY2(took > 0 && took < kDeniedWithinMs, qPrintable(QString::number(took)));
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
    QCOMPARE(m_oracle->difference(), QString());
}

void TestAuth::theSessionOutlivesTheHelper()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    endHelper();
    QVERIFY(helperIsGone());
    client.write("{\"request\":\"inspect\",\"pid\":0}\n");
    QVERIFY(!client.next(u"{"_s).isEmpty());
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

void TestAuth::refused_data()
{
    QTest::addColumn<QString>("answer");
    for (const char *what : {"missing-nonce",
                             "missing-socket",
                             "unknown-key",
                             "unknown-file",
                             "nonce-number",
                             "nonce-bytes",
                             "nonce-empty",
                             "nonce-long",
                             "nonce-option",
                             "nonce-spaces",
                             "socket-as-number",
                             "socket-is-file",
                             "socket-of-datagrams",
                             "socket-unconnected"}) {
        QTest::newRow(what) << refusal();
    }
    QTest::newRow("honest") << u"reply 0"_s;
}

void TestAuth::refused()
{
    QFETCH(const QString, answer);
    QCOMPARE(allowed().hostile(QString::fromUtf8(QTest::currentDataTag())), answer);
}

void TestAuth::anotherNameDoesNotHelp()
{
    // The name of root's connection, whom polkit would always authorise.
    QCOMPARE(other().hostile(u"somebody-elses-name"_s), u"reply 4"_s);
}

void TestAuth::socketOfAnotherUserIsRefused()
{
    // Made by root, so that whoever is at its other end is root: not the caller.
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    const UniqueFd ours(ends[0]);
    const UniqueFd theirs(ends[1]);
    QCOMPARE(allowed().hostile(u"socket-of-another-user"_s, theirs.get()), refusal());
}

void TestAuth::noOneStopsAnAction_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("allowed") << qEnvironmentVariable("NSW_TEST_USER");
    QTest::newRow("other") << qEnvironmentVariable("NSW_TEST_OTHER");
    QTest::newRow("root") << u"root"_s;
}

void TestAuth::noOneStopsAnAction()
{
    QFETCH(const QString, name);
    const Person person(name);
    const QString denied = u"refused org.freedesktop.DBus.Error.AccessDenied"_s;
    QCOMPARE(person.hostile(u"stop"_s), denied); // whether it runs or has to be started
    QCOMPARE(allowed().hostile(u"honest"_s), u"reply 0"_s);
    QCOMPARE(person.hostile(u"stop"_s), denied);
    QCOMPARE(person.hostile(u"stop-by-unique-name"_s), denied);
}

void TestAuth::anUnknownActionDoesNotHoldTheHelper()
{
    QCOMPARE(other().hostile(u"unknown-action"_s), u"refused org.freedesktop.DBus.Error.NoReply"_s);
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(takenMs(client).toLongLong() < kDeniedWithinMs);
}

void TestAuth::aCrashOfTheHelperCostsNothing()
{
    Client before(allowed());
    QVERIFY(before.isReady());
    QVERIFY(other().hostile(u"nested"_s).startsWith("re"_L1)); // a reply or a refusal: an answer
    Client after(allowed());
    QVERIFY(after.isReady());
    QVERIFY(takenMs(after).toLongLong() < kDeniedWithinMs);
    QVERIFY(!before.supervisorEnds(0ms));
}

void TestAuth::theHelperSaysWhenItIsBusy()
{
    const auto busy = [] {
        const QDBusReply<bool> reply
            = QDBusConnection::systemBus().call(QDBusMessage::createMethodCall(
                contract::kHelper, contract::kStatePath, contract::kStateInterface, u"busy"_s));
        return reply.isValid() && reply.value();
    };
    QCOMPARE(allowed().hostile(u"honest"_s), u"reply 0"_s);
    QVERIFY(!busy());
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    QProcess asking;
    {
        const Stopped stopped(*polkit);
        QStringList words = other().command(QStringLiteral(NSW_AUTH_HOSTILE), {u"honest"_s});
        const QString program = words.takeFirst();
        asking.start(program, words);
        QVERIFY(QTest::qWaitFor(busy));
        QCOMPARE(allowed().hostile(u"honest"_s), u"reply 6"_s); // KAuth's HelperBusyError
    }
    QVERIFY(asking.waitForFinished());
    QCOMPARE(asking.readAllStandardOutput().trimmed(), "reply 4"_ba);
    QVERIFY(QTest::qWaitFor([&] { return !busy(); }));
}

void TestAuth::polkitDoesNotAnswer()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    const Stopped stopped(*polkit);
    Client client(allowed(), 500ms);
    QCOMPARE(client.next(u"error "_s), u"polkit ETIMEDOUT org.nsworkbench.helper.session.root"_s);
    const qint64 took = takenMs(client).toLongLong();
    QVERIFY2(took >= kPatienceMs && took < kTimedOutWithinMs, qPrintable(QString::number(took)));
    const qint64 stalled = client.next(u"stalled "_s).toLongLong();
    QVERIFY2(stalled < kNeverStalledMs, qPrintable(QString::number(stalled)));
    QVERIFY(client.isDone());
    QCOMPARE(m_oracle->difference(), QString());
}

void TestAuth::theBusDoesNotAnswer()
{
    const auto bus = ownerOf(u"org.freedesktop.DBus"_s);
    QVERIFY(bus);
    const Stopped stopped(*bus);
    Client client(allowed(), 500ms);
    QCOMPARE(client.next(u"error "_s), u"dbus ETIMEDOUT system bus"_s);
    const qint64 took = takenMs(client).toLongLong();
    QVERIFY2(took >= kPatienceMs && took < kTimedOutWithinMs, qPrintable(QString::number(took)));
    const qint64 stalled = client.next(u"stalled "_s).toLongLong();
    QVERIFY2(stalled < kNeverStalledMs, qPrintable(QString::number(stalled)));
}

void TestAuth::thereIsNoBus()
{
    Client client(allowed(), 10s, {u"DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent"_s});
    QCOMPARE(client.next(u"error "_s), u"dbus ENOTCONN system bus"_s);
}

void TestAuth::thereIsNoHelper()
{
    endHelper();
    QVERIFY(helperIsGone());
    {
        const Hidden service(u"/usr/share/dbus-1/system-services/org.nsworkbench.helper.service"_s);
        QVERIFY(service.hidden && reloadBus());
        Client client(allowed());
        QCOMPARE(client.next(u"error "_s), u"helper ENOENT org.nsworkbench.helper"_s);
    }
    QVERIFY(reloadBus());
}

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
