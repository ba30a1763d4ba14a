// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/question.h"

#include <QProcess>
#include <QTest>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;
using namespace nsw;

/** The window itself takes the privileged way, and says what came of it; its thread always turns.
 */
class TestAuthWindow : public AuthTest
{
    Q_OBJECT
public:
    TestAuthWindow()
        : AuthTest({u"polkitd"_s})
    {
    }

private Q_SLOTS:
    void itIsGranted();
    void itIsDenied();
    void polkitIsStopped();
    void theBusIsStopped();
    void thereIsNoBus();
    void thereIsNoHelper();
    void thereIsNoPolkit();
    void theQuestionIsDismissed();
    void theQuestionIsNotAnswered();
    void theSupervisorIsStopped();
    void everybodysProcessesAreSeen();
    void nobodysProcessesAreSeen();
    void othersAreAroundTheWindow();
    void theCommandLineSeesThem();
};

namespace
{

constexpr qint64 kNeverBlockedForMs = 100;

/** The window of somebody, without a screen. */
class Window
{
public:
    struct Options {
        Privilege asked = Privilege::Root;
        std::chrono::milliseconds contact = 10s;
        std::chrono::milliseconds answer = 10min;
        QString bus; ///< the address of another one
        QString picture;
        QByteArray lookAt; ///< a process
        QStringList inside; ///< runs the window, as root does
    };
    Window(const Person &person, const Options &options)
        : m_client(person,
                   {.asked = options.asked,
                    .contact = options.contact,
                    .answer = options.answer,
                    .environment = environmentFor(options),
                    .prefix = options.inside,
                    .program = QStringLiteral(NSW_AUTH_WINDOW)})
    {
    }

    /** What it says when this went wrong, having asked before; null if its thread was blocked. */
    QString refusal()
    {
        return m_client.next(u"asks "_s).contains("administrator"_L1) ? message() : QString();
    }
    QString message() { return unlessBlocked(m_client.next(u"says "_s)); }
    /** Whether it says this before it asks. */
    bool sawAndAsks(const QString &what)
    {
        return m_client.next(u"saw "_s) == what && !m_client.next(u"asks "_s).isNull();
    }
    QString sees() { return unlessBlocked(m_client.next(u"sees "_s)); }
    QString seesAfterwards() { return m_client.next(u"sees "_s); }
    bool runs() { return !unlessBlocked(m_client.next(u"running"_s)).isNull(); }

private:
    static QStringList environmentFor(const Options &options)
    {
        QStringList environment{u"QT_QPA_PLATFORM=offscreen"_s, u"HOME=/nonexistent"_s};
        if (!options.bus.isEmpty()) {
            environment << u"DBUS_SYSTEM_BUS_ADDRESS="_s + options.bus;
        }
        if (!options.picture.isEmpty()) {
            environment << u"NSW_PICTURE="_s + options.picture;
        }
        if (!options.lookAt.isEmpty()) {
            environment << u"NSW_LOOK_AT="_s + QString::fromLatin1(options.lookAt);
        }
        return environment;
    }

    QString unlessBlocked(const QString &told)
    {
        const qint64 stalled = m_client.next(u"stalled "_s).toLongLong();
        qInfo("blocked for %lld ms", static_cast<long long>(stalled));
        return stalled < kNeverBlockedForMs ? told : QString();
    }

    Client m_client;
};

void verifySaid(const QString &said, QLatin1StringView what, QLatin1StringView remedy)
{
    QVERIFY2(said.contains(what), qPrintable(said));
    QVERIFY2(said.contains(remedy), qPrintable(said));
}

} // namespace

void TestAuthWindow::itIsGranted()
{
    Window window(allowed(), {});
    QVERIFY(window.runs());
}

void TestAuthWindow::itIsDenied()
{
    Window window(other(), {.picture = u"authwindow-denied.png"_s});
    verifySaid(window.refusal(), "denied (polkit)"_L1, "With a new user namespace"_L1);
}

void TestAuthWindow::polkitIsStopped()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    const Stopped stopped(*polkit);
    Window window(allowed(), {.contact = 500ms, .picture = u"authwindow-polkit.png"_s});
    verifySaid(window.refusal(), "which asks for one, does not answer"_L1, "restart polkit"_L1);
}

void TestAuthWindow::theBusIsStopped()
{
    const auto bus = ownerOf(u"org.freedesktop.DBus"_s);
    QVERIFY(bus);
    const Stopped stopped(*bus);
    Window window(allowed(), {.contact = 500ms});
    verifySaid(window.refusal(), "The system bus (D-Bus) did not answer"_L1, "Try again"_L1);
}

void TestAuthWindow::thereIsNoBus()
{
    Window window(allowed(), {.bus = u"unix:path=/nonexistent"_s});
    verifySaid(window.refusal(), "there is no system bus"_L1, "needs no administrator"_L1);
}

void TestAuthWindow::thereIsNoHelper()
{
    QVERIFY(endHelper());
    {
        const Hidden service(u"/usr/share/dbus-1/system-services/org.nsworkbench.helper.service"_s);
        QVERIFY(service.hidden && reloadBus());
        Window window(allowed(), {});
        verifySaid(window.refusal(), "the helper that works for one"_L1, "Install it again"_L1);
    }
    QVERIFY(reloadBus());
}

void TestAuthWindow::thereIsNoPolkit()
{
    {
        const Hidden service(
            u"/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service"_s);
        QVERIFY(service.hidden && reloadBus() && endPolkit());
        Window window(allowed(), {});
        verifySaid(window.refusal(), "polkit, which asks for one, is not there"_L1, "Install"_L1);
    }
    QVERIFY(reloadBus());
    QVERIFY(startPolkit());
}

void TestAuthWindow::theQuestionIsDismissed()
{
    {
        const Question question("dismiss");
        QVERIFY(question.isPut);
        Window window(allowed(), {});
        verifySaid(window.refusal(), "was dismissed"_L1, "Start it again to be asked"_L1);
    }
    QVERIFY(restartPolkit());
}

void TestAuthWindow::theQuestionIsNotAnswered()
{
    {
        const Question question("ignore");
        QVERIFY(question.isPut);
        Window window(allowed(), {.answer = 500ms});
        verifySaid(
            window.refusal(), "was not answered in time"_L1, "Start it again to be asked"_L1);
    }
    QVERIFY(restartPolkit());
}

/** What a configuration names is looked at by the supervisor, and whoever waits is the supervisor.
 */
void TestAuthWindow::theSupervisorIsStopped()
{
    Window window(allowed(), {.asked = Privilege::None, .contact = 500ms});
    verifySaid(window.message(), "did not come back"_L1, "name another one"_L1);
}

void TestAuthWindow::everybodysProcessesAreSeen()
{
    Somebody somebody;
    QVERIFY(somebody.isThere());
    Window window(allowed(),
                  {.asked = Privilege::Inspect,
                   .picture = u"authwindow-everybody.png"_s,
                   .lookAt = somebody.pid()});
    QVERIFY(window.sawAndAsks(u"0"_s));
    QCOMPARE(window.sees(), utsNamespaceOf(somebody.pid()));
    // The rights are not kept, and what was seen by them is shown no more.
    QCOMPARE(window.seesAfterwards(), u"0"_s);
}

void TestAuthWindow::nobodysProcessesAreSeen()
{
    Window window(other(), {.asked = Privilege::Inspect});
    QVERIFY(window.sawAndAsks(u"0"_s));
    verifySaid(window.message(), "denied (polkit)"_L1, "by a rule of polkit"_L1);
}

/** What the helper sees is not around a window in a container. */
void TestAuthWindow::othersAreAroundTheWindow()
{
    Window window(allowed(), {.asked = Privilege::Inspect, .inside = {u"unshare"_s, u"--net"_s}});
    QVERIFY(window.sawAndAsks(u"0"_s));
    verifySaid(window.message(), "in other namespaces"_L1, "outside of the container"_L1);
}

void TestAuthWindow::theCommandLineSeesThem()
{
    Somebody somebody;
    QVERIFY(somebody.isThere());
    const auto inspected = [&](const Person &person, const QStringList &options) {
        QStringList words = person.command(
            qEnvironmentVariable("NSW_CLI"),
            QStringList{u"inspect"_s, QString::fromLatin1(somebody.pid())} + options);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(words.takeFirst(), words);
        return process.waitForFinished() ? QString::fromUtf8(process.readAll()) : QString();
    };
    const QString seen = inspected(allowed(), {u"--everybody"_s, u"--json"_s});
    QVERIFY2(seen.contains("\"elsewhere\""_L1), qPrintable(seen));
    QVERIFY(!inspected(allowed(), {u"--json"_s}).contains("\"elsewhere\""_L1));
    QVERIFY(inspected(other(), {u"--everybody"_s}).contains("denied (polkit)"_L1));
}

QTEST_GUILESS_MAIN(TestAuthWindow)
#include "tst_authwindow.moc"
