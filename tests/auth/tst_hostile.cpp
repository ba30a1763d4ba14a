// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"

#include <QCborArray>
#include <QCborMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <array>

#include <sys/socket.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;
using namespace nsw;

/**
 * What somebody may try who can call the helper: the one whom polkit denies everything, the one
 * whom it allows, and root. After each attempt the rightful user is served as ever, and nothing is
 * left.
 */
class TestHostile : public AuthTest
{
    Q_OBJECT

    void finish() override;

private Q_SLOTS:
    void attempt_data();
    void attempt();
    void socketOfAnotherUser();
    void aCrashCostsNothing();
    void oneAtATime();
    void nothingToHear();
    void forgedReplies();
    void garbageOnTheSocket_data();
    void garbageOnTheSocket();
};

namespace
{

const QString kDenied = u"reply 4"_s; ///< KAuth's AuthorizationDeniedError
const QString kRefusal = u"reply 100"_s; ///< what the helper itself refuses
const QString kNoReply = u"refused org.freedesktop.DBus.Error.NoReply"_s; ///< the helper ended
const QString kAnyAnswer = u"re(ply|fused) .*"_s;

constexpr int kVanishings = 8; ///< fewer than the sessions that one may make within a minute

Person personNamed(const QString &name)
{
    if (name == "root"_L1) {
        return Person(name);
    }
    return name == "allowed"_L1 ? allowed() : other();
}

void addRows(const char *person, const QString &answer, const QStringList &attempts)
{
    for (const QString &attempt : attempts) {
        QTest::addRow("%s %s", person, qPrintable(attempt))
            << QString::fromLatin1(person) << attempt << answer;
    }
}

/** What somebody does all the while that others do something. */
class Background
{
public:
    Background(const Person &person, const QString &attempt)
    {
        QStringList words = person.command(QStringLiteral(NSW_AUTH_HOSTILE), {attempt});
        m_process.setProgram(words.takeFirst());
        m_process.setArguments(words);
        m_process.start();
    }
    ~Background()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;
    Background(Background &&) = delete;
    Background &operator=(Background &&) = delete;

    bool says(const QByteArray &line)
    {
        return m_process.waitForReadyRead() && m_process.readLine().trimmed() == line;
    }
    bool ends() { return m_process.waitForFinished(); }
    QByteArray rest() { return m_process.readAll(); }

private:
    QProcess m_process;
};

} // namespace

void TestHostile::finish()
{
    {
        Client client(allowed());
        QVERIFY(client.isReady());
        QVERIFY(client.nonceIsOurs());
        const qint64 took = takenMs(client);
        QVERIFY2(took < kServedWithinMs, qPrintable(QString::number(took)));
    }
    AuthTest::finish();
}

void TestHostile::attempt_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<QString>("answer");
    addRows("allowed",
            kRefusal,
            {u"missing-nonce"_s,
             u"missing-socket"_s,
             u"unknown-file"_s,
             u"nonce-long"_s,
             u"nonce-option"_s,
             u"nonce-spaces"_s,
             u"nonce-null"_s,
             u"nonce-foreign"_s,
             u"socket-is-file"_s,
             u"socket-is-directory"_s,
             u"socket-is-pipe"_s,
             u"socket-of-datagrams"_s,
             u"socket-of-packets"_s,
             u"socket-unconnected"_s,
             u"socket-of-network"_s,
             u"socket-listening"_s});
    // What KAuth would read, or show to others, before anybody is authorised.
    addRows("allowed",
            kNoReply,
            {u"unknown-key"_s,
             u"nonce-number"_s,
             u"nonce-bytes"_s,
             u"nonce-list"_s,
             u"nonce-empty"_s,
             u"nonce-huge"_s,
             u"socket-as-number"_s,
             u"icon-of-ones-own"_s,
             u"detail-of-ones-own"_s,
             u"blob-empty"_s,
             u"blob-deep"_s,
             u"blob-longer"_s});
    addRows("other",
            kDenied,
            {u"honest"_s,
             u"action-inspect"_s,
             u"action-assisted"_s,
             u"action-attach"_s,
             u"caller-root"_s});
    addRows("other", u"reply [1-9][0-9]*"_s, {u"caller-bus"_s, u"caller-nobody"_s});
    addRows("other", kAnyAnswer, {u"caller-nonsense"_s, u"flood"_s});
    for (const char *person : {"allowed", "other"}) {
        addRows(person,
                kNoReply,
                {u"action-unknown"_s,
                 u"action-of-polkit"_s,
                 u"action-empty"_s,
                 u"action-longer"_s,
                 u"message-of-ones-own"_s,
                 u"blob-nested"_s,
                 u"blob-endless"_s,
                 u"blob-garbage"_s,
                 u"blob-huge"_s});
        addRows(person, u"sent"_s, {u"vanish"_s});
    }
    for (const char *person : {"allowed", "other", "root"}) {
        addRows(person,
                u"refused org.freedesktop.DBus.Error.AccessDenied"_s,
                {u"stop"_s, u"stop-by-unique-name"_s});
    }
    addRows("other",
            u"refused .*"_s,
            {u"no-arguments"_s, u"slot-itself"_s, u"state-of-others"_s, u"own-name"_s});
}

void TestHostile::attempt()
{
    QFETCH(const QString, person);
    QFETCH(const QString, attempt);
    QFETCH(const QString, answer);
    if (attempt == "stop-by-unique-name"_L1) { // there is one while the helper runs
        QCOMPARE(allowed().hostile(u"honest"_s), u"reply 0"_s);
    }
    const QRegularExpression expected(QRegularExpression::anchoredPattern(answer));
    // Who leaves may be gone before the helper asks the bus, or polkit does, or neither.
    const int times = attempt == "vanish"_L1 ? kVanishings : 1;
    for (int i = 0; i < times; ++i) {
        const QString given = personNamed(person).hostile(attempt);
        QVERIFY2(expected.match(given).hasMatch(), qPrintable(given));
    }
}

void TestHostile::socketOfAnotherUser()
{
    // Made by root, so that whoever is at its other end is root: not the caller.
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    const UniqueFd ours(ends[0]);
    const UniqueFd theirs(ends[1]);
    QCOMPARE(allowed().hostile(u"socket-of-another-user"_s, theirs.get()), kRefusal);
}

void TestHostile::aCrashCostsNothing()
{
    Client before(allowed());
    QVERIFY(before.isReady());
    const auto helper = ownerOf(contract::kHelper);
    QVERIFY(helper);
    QCOMPARE(other().hostile(u"action-unknown"_s), kNoReply);
    QVERIFY(ownerOf(contract::kHelper) != helper);
    Client after(allowed());
    QVERIFY(after.isReady());
    QVERIFY(!before.supervisorEnds(0ms));
}

void TestHostile::oneAtATime()
{
    QCOMPARE(allowed().hostile(u"honest"_s), u"reply 0"_s);
    QVERIFY(!helperIsBusy());
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    std::optional<Background> asking;
    {
        const Stopped stopped(*polkit);
        asking.emplace(other(), u"honest"_s);
        QVERIFY(QTest::qWaitFor(helperIsBusy));
        QCOMPARE(allowed().hostile(u"honest"_s), u"reply 6"_s); // KAuth's HelperBusyError
    }
    QVERIFY(asking->says(kDenied.toUtf8()));
    QVERIFY(QTest::qWaitFor([] { return !helperIsBusy(); }));
}

/** Replies and progress are told to everybody: nothing of the session is among them. */
void TestHostile::nothingToHear()
{
    Background listener(other(), u"eavesdrop"_s);
    QVERIFY(listener.says("listening"));
    {
        Client client(allowed());
        QVERIFY(client.isReady());
        client.write(R"({"request":"inspect","pid":0})");
        QVERIFY(!client.event(u"facet"_s).isNull());
    }
    const QByteArray nonce("-Nonce");
    QByteArray heard;
    QVERIFY(QTest::qWaitFor([&] {
        heard += listener.rest();
        return heard.contains("heard 1 "); // the action was performed
    }));
    QVERIFY2(!heard.contains(nonce) && !heard.contains(nonce.toHex()), heard.constData());
    for (const QByteArray &line : heard.split('\n')) {
        // An action and an empty reply: no longer than KAuth's own framing.
        QVERIFY2(line.size() < 256, line.constData());
    }
}

/** "It was granted", says somebody else, while polkit thinks. */
void TestHostile::forgedReplies()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    std::optional<Stopped> stopped;
    QCOMPARE(allowed().hostile(u"honest"_s), u"reply 0"_s);
    Client client(allowed());
    QVERIFY(!client.next(u"returned "_s).isNull());
    stopped.emplace(*polkit);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(Background(other(), u"forge"_s).ends());
    }
    stopped.reset();
    QVERIFY(client.isReady());
    QVERIFY(client.nonceIsOurs());
}

void TestHostile::garbageOnTheSocket_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("too long") << QByteArray::fromHex("ffffffff") + QByteArray(100, 'x');
    QTest::newRow("no map") << QByteArray::fromHex("0000000101");
    QTest::newRow("nothing") << QByteArray::fromHex("00000000");
    QTest::newRow("garbage") << QByteArray(4096, '\xff');
    const auto terminal = [](const char *name, const QString &key, const QCborValue &value) {
        QCborMap open{{u"request"_s, u"terminalOpen"_s}, {u"id"_s, 1}, {u"side"_s, u"outside"_s}};
        open[key] = value;
        const QByteArray body = open.toCborValue().toCbor();
        QByteArray length(4, Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(body.size()), length.data());
        QTest::addRow("terminal, %s", name) << length + body;
    };
    terminal("a side that there is not", u"side"_s, u"beyond"_s);
    terminal("an id that does not fit", u"id"_s, qint64{1} << 40);
    terminal("a width that does not fit", u"columns"_s, qint64{1} << 40);
    terminal("a width in words", u"columns"_s, u"80"_s);
    terminal("a command in one", u"command"_s, u"sh"_s);
    terminal("an environment that is a list", u"environment"_s, QCborArray{u"A=B"_s});
    terminal("a user to be", u"uid"_s, 0);
    terminal("input", u"bytes"_s, QByteArray("id"));
}

/** Who was allowed to have a session sends what is no request: it is over, and nothing else. */
void TestHostile::garbageOnTheSocket()
{
    QFETCH(const QByteArray, bytes);
    Client client(allowed());
    QVERIFY(client.isReady());
    client.write("raw " + bytes.toHex());
    QVERIFY(client.supervisorEnds());
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
