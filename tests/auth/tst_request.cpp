// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"
#include "helper/contract.h"
#include "helper/launch.h"
#include "helper/request.h"
#include "tests/support/oracletest.h"

#include <QDBusUnixFileDescriptor>
#include <QDataStream>
#include <QDir>
#include <QIODevice>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;
using namespace nsw;

/** What the helper is made of, without a bus. What it refuses over the bus is in tst_auth. */
class TestRequest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheWindowSends();
    void harmlessToRead_data();
    void harmlessToRead();
    void knowsThePeer();
    void servesNobodyWhoHasLeft_data();
    void servesNobodyWhoHasLeft();
    void launchesWithNothingElse();
    void saysWhatIsMissing();
};

namespace
{

/** Of a blob, but for the nonce: a count, a key, a type, a byte and a length. */
constexpr qsizetype kFraming = 4 + (4 + 10) + 4 + 1 + 4;

struct Pair {
    UniqueFd ours;
    UniqueFd theirs;
};

Pair socketPair()
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return {};
    }
    return {.ours = UniqueFd(ends[0]), .theirs = UniqueFd(ends[1])};
}

QString readAll(int socket)
{
    QByteArray text;
    std::array<char, 4096> part{};
    for (ssize_t n = ::read(socket, part.data(), part.size()); n > 0;
         n = ::read(socket, part.data(), part.size())) {
        text.append(part.data(), n);
    }
    return QString::fromUtf8(text);
}

/** This program, when it was launched as the supervisor: tells over the socket what it was given.
 */
int pretendToBeSupervisor(int argc, char **argv)
{
    QString told;
    for (int i = 1; i < argc; ++i) {
        told += QString::fromUtf8(argv[i]) + u' ';
    }
    told += u'\n';
    for (char **variable = environ; *variable != nullptr; ++variable) {
        told += QString::fromUtf8(*variable) + u' ';
    }
    told += u'\n';
    QStringList open = QDir(u"/proc/self/fd"_s)
                           .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    open.removeIf([](const QString &fd) { return ::fcntl(fd.toInt(), F_GETFD) < 0; });
    told += open.join(u' ') + u'\n' + QDir::currentPath() + u'\n';
    told += ::getsid(0) == ::getpid() ? u"leads a session\n"_s : u"does not\n"_s;
    const QByteArray bytes = told.toUtf8();
    return ::write(3, bytes.data(), static_cast<size_t>(bytes.size())) == bytes.size() ? 0 : 1;
}

} // namespace

void TestRequest::readsWhatTheWindowSends()
{
    const Pair pair = socketPair();
    const QVariantMap arguments{{QString(contract::kNonce), u"0aZ-9"_s},
                                {QString(contract::kSocket),
                                 QVariant::fromValue(QDBusUnixFileDescriptor(pair.theirs.get()))}};
    const auto request = readRequest(arguments);
    QVERIFY(request);
    QCOMPARE(request->nonce, "0aZ-9"_ba);
    QVERIFY(request->socket >= 0);
}

void TestRequest::harmlessToRead_data()
{
    QTest::addColumn<QByteArray>("blob");
    QTest::addColumn<bool>("isHarmless");
    const auto row = [](const char *name, const QVariantMap &map, bool isHarmless) {
        QByteArray blob;
        QDataStream stream(&blob, QIODevice::WriteOnly);
        stream << map;
        QTest::newRow(name) << blob << isHarmless;
    };
    const QString nonce(contract::kNonce);
    row("ours", {{nonce, u"0aZ-9"_s}}, true);
    row("nothing", {}, true);
    row("empty", {{nonce, u""_s}}, true);
    row("as long as may be", {{nonce, QString((contract::kMaxBlob - kFraming) / 2, u'a')}}, true);
    row("longer", {{nonce, QString(((contract::kMaxBlob - kFraming) / 2) + 1, u'a')}}, false);
    row("two", {{nonce, u"a"_s}, {u"b"_s, u"b"_s}}, false);
    row("another key", {{u"Nonce"_s, u"a"_s}}, false);
    row("a longer key", {{u"nonces"_s, u"a"_s}}, false);
    row("bytes", {{nonce, "a"_ba}}, false);
    row("a map", {{nonce, QVariantMap{{nonce, u"a"_s}}}}, false);
    row("no value", {{nonce, QVariant()}}, false);
    QTest::newRow("no bytes") << QByteArray() << false;
    QTest::newRow("half a number") << QByteArray::fromHex("0000") << false;
    QTest::newRow("more than is said") << QByteArray::fromHex("0000000000") << false;
    QTest::newRow("less than is said") << QByteArray::fromHex("00000001") << false;
    QTest::newRow("a key beyond the end") << QByteArray::fromHex("00000001fffffffe0000") << false;
}

void TestRequest::harmlessToRead()
{
    QFETCH(const QByteArray, blob);
    QTEST(isHarmless(blob), "isHarmless");
}

void TestRequest::knowsThePeer()
{
    const Pair pair = socketPair();
    QCOMPARE(peerOf(pair.theirs.get()), Result<uid_t>(::getuid()));
    const auto none = peerOf(-1);
    QVERIFY(!none);
    QCOMPARE(none.error().error.value, EBADF);
}

void TestRequest::servesNobodyWhoHasLeft_data()
{
    QTest::addColumn<uint>("socket");
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("isServed");
    QTest::newRow("the same") << 1000U << 1000 << true;
    QTest::newRow("another") << 1001U << 1000 << false;
    QTest::newRow("has left") << 1000U << -1 << false;
    QTest::newRow("has left, with a socket of nobody's") << ~0U << -1 << false;
    QTest::newRow("has left, or is root") << 1000U << 0 << false;
    // Whoever is connected to a daemon of root's has such a socket.
    QTest::newRow("has left, with a socket of root's") << 0U << 0 << false;
}

void TestRequest::servesNobodyWhoHasLeft()
{
    QFETCH(const uint, socket);
    QFETCH(const int, call);
    QFETCH(const bool, isServed);
    const Result<uid_t> user = userOf({.socket = socket, .call = call});
    QCOMPARE(user.has_value(), isServed);
    QCOMPARE(user.value_or(socket), socket);
}

void TestRequest::launchesWithNothingElse()
{
    Pair pair = socketPair();
    // Without close-on-exec, to be kept out.
    const UniqueFd other(::fcntl(pair.ours.get(), F_DUPFD, 0));
    QVERIFY(other.isValid());
    const auto launched = launchSupervisor(QCoreApplication::applicationFilePath().toLocal8Bit(),
                                           Launch{.socket = pair.theirs.get(),
                                                  .place = pair.theirs.get(),
                                                  .nonce = "nonce",
                                                  .user = 77,
                                                  .grant = Privilege::Attach});
    QVERIFY(launched);
    pair.theirs.reset();
    const QStringList told = readAll(pair.ours.get()).split(u'\n');
    QCOMPARE(told.value(0),
             u"--socket 3 --nonce nonce --place 4 --for-uid 77 --grant attach.other "_s);
    QCOMPARE(told.value(1), u"PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "_s);
    QCOMPARE(told.value(2), u"0 1 2 3 4"_s);
    QCOMPARE(told.value(3), u"/"_s);
    QCOMPARE(told.value(4), u"leads a session"_s);
}

void TestRequest::saysWhatIsMissing()
{
    const Pair pair = socketPair();
    const auto launched = launchSupervisor(
        "/nonexistent", Launch{.socket = pair.theirs.get(), .place = pair.theirs.get()});
    QCOMPARE(launched, std::unexpected(Error{u"execve"_s, Errno{ENOENT}, u"/nonexistent"_s}));
}

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--socket") == 0) {
        return pretendToBeSupervisor(argc, argv);
    }
    static_cast<void>(std::signal(SIGCHLD, SIG_IGN)); // as in the helper
    const QCoreApplication application(argc, argv);
    TestRequest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_request.moc"
