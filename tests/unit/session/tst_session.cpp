// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/prepare.h"
#include "app/session/session.h"
#include "core/wire/frame.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr int kSocket = 3;

void tell(const Event &event)
{
    const QByteArray frame = encodeFrame(event);
    (void)!write(kSocket, frame.constData(), static_cast<std::size_t>(frame.size()));
}

/** The other end of the socket: this very program, started as a supervisor that misbehaves as told.
 */
int pretendToBeSupervisor(const QString &nonce)
{
    const QByteArray manner = qgetenv("NSW_TEST_MANNER");
    if (manner == "silent") {
        return 0;
    }
    if (manner == "garbage") {
        (void)!write(kSocket, "\xff\xff\xff\xffnonsense", 12);
        return 0;
    }
    tell(ReadyEvent{.protocol = 1,
                    .version = u"test"_s,
                    .nonce = manner == "impostor" ? u"other"_s : nonce,
                    .pid = getpid(),
                    .uid = getuid()});
    if (manner == "dies") {
        return 0;
    }
    FrameDecoder<Request> decoder(kMaxRequestSize);
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t size = read(kSocket, buffer.data(), buffer.size());
        if (size <= 0) {
            return 0;
        }
        decoder.append(QByteArrayView(buffer.data(), size));
        while (const auto next = decoder.next().value_or(std::nullopt)) {
            if (std::holds_alternative<StartRequest>(*next)) {
                tell(PlanEvent{});
            } else if (const auto *input = std::get_if<InputRequest>(&*next)) {
                tell(OutputEvent{.container = u"red"_s,
                                 .stream = Stream::Stdout,
                                 .text = QByteArray::number(input->bytes.size())});
            } else {
                tell(EndEvent{.container = u"red"_s, .exit = 4});
            }
        }
    }
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // The supervisor is this program: see main().
        qputenv("NSW_SUPERVISOR", QCoreApplication::applicationFilePath().toLocal8Bit());
    }

    void talks()
    {
        qputenv("NSW_TEST_MANNER", "polite");
        Session session;
        QSignalSpy ready(&session, &Session::ready);
        const QSignalSpy failed(&session, &Session::failed);
        session.open(Privilege::None);
        QCOMPARE(session.state().phase, Phase::Connecting);
        QVERIFY(ready.wait());
        QVERIFY(session.isOpen());
        QCOMPARE(session.state().phase, Phase::Idle);

        session.send(StartRequest{});
        QCOMPARE(session.state().phase, Phase::Running);
        // More than a socket holds: it has to be written in parts, and arrive whole.
        for (int i = 0; i < 64; ++i) {
            session.send(InputRequest{QByteArray(1 << 16, 'x')});
        }
        session.send(StopRequest{});
        QCOMPARE(session.state().phase, Phase::Stopping);
        QVERIFY(QTest::qWaitFor([&] { return session.state().phase == Phase::Ended; }));
        QCOMPARE(session.state().exit, 4);
        QCOMPARE(session.state().output.first().text, QByteArray("65536").repeated(64));
        QCOMPARE(session.bytesToSend(), 0);
        QCOMPARE(failed.size(), 0);
    }

    void tellsFailuresApart_data()
    {
        QTest::addColumn<QByteArray>("manner");
        QTest::addColumn<QString>("operation");
        QTest::newRow("ends before it is ready") << "silent"_ba << u"ready"_s;
        QTest::newRow("speaks nonsense") << "garbage"_ba << u"protocol"_s;
        QTest::newRow("is somebody else") << "impostor"_ba << u"nonce"_s;
        QTest::newRow("goes away") << "dies"_ba << u"session"_s;
    }

    void tellsFailuresApart()
    {
        QFETCH(const QByteArray, manner);
        QFETCH(const QString, operation);
        qputenv("NSW_TEST_MANNER", manner);
        Session session;
        QSignalSpy failed(&session, &Session::failed);
        session.open(Privilege::None);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().operation, operation);
        QCOMPARE(session.state().phase, Phase::Lost);
        QVERIFY(!session.isOpen());
    }

    void noSupervisorAtAll()
    {
        const QByteArray kept = qgetenv("NSW_SUPERVISOR");
        qputenv("NSW_SUPERVISOR", "/nonexistent/supervisor");
        Session session;
        QSignalSpy failed(&session, &Session::failed);
        session.open(Privilege::None);
        QVERIFY(failed.wait());
        qputenv("NSW_SUPERVISOR", kept);
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.operation, u"execve"_s);
        QCOMPARE(errnoName(error.error), u"ENOENT"_s);
    }

    void mayBeDeletedWhileItTells()
    {
        qputenv("NSW_TEST_MANNER", "polite");
        auto *session = new Session;
        QSignalSpy gone(session, &QObject::destroyed);
        connect(session, &Session::eventReceived, this, [session] { delete session; });
        session->open(Privilege::None);
        QVERIFY(gone.wait());
    }

    void anAdministratorIsAskedOnlyWithoutRights()
    {
        Plan plan;
        HostFacts facts;
        facts.uid = 1000;
        QCOMPARE(askedFor(plan, facts), Privilege::None);
        plan.privilege = Privilege::Root;
        QCOMPARE(askedFor(plan, facts), Privilege::Root);
        facts.uid = 0;
        QCOMPARE(askedFor(plan, facts), Privilege::Root);
        facts.sysAdmin = true;
        QCOMPARE(askedFor(plan, facts), Privilege::None);
    }
};

int main(int argc, char **argv)
{
    if (argc == 5 && QByteArrayView(argv[1]) == "--socket") {
        return pretendToBeSupervisor(QString::fromUtf8(argv[4]));
    }
    const QCoreApplication application(argc, argv);
    TestSession test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_session.moc"
