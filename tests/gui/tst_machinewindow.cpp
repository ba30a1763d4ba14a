// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/messagebar.h"
#include "app/panels/terminalspanel.h"
#include "app/panels/terminalview.h"
#include "app/window/document.h"
#include "app/window/mainwindow.h"
#include "app/window/passwordprompt.h"
#include "app/window/recordings.h"
#include "app/window/stepping.h"
#include "core/store/recording.h"
#include "tests/gui/settings.h"
#include "tests/support/containers.h"
#include "tests/support/require.h"
#include "tests/support/sshserver.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QInputDialog>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kPatience = 30'000; // milliseconds
const QByteArray kSecret = "correct horse";
// crypt(3) of it
const QByteArray kHash = "$5$workbench$l54kjYDq1WxIGoEoOjX3Nz9CovIGdUdIVPUaF23GCb8";

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** The account has that password, as long as this lives: for root, on a system of its own. */
class AccountWithPassword
{
public:
    explicit AccountWithPassword(const QByteArray &name)
        : m_before(contentsOf(u"/etc/passwd"_s))
    {
        QByteArrayList lines = m_before.split('\n');
        for (QByteArray &line : lines) {
            if (line.startsWith(QByteArray(name + ":*:"))) {
                line.replace(name.size() + 1, 1, kHash);
            }
        }
        write(lines.join('\n'));
    }
    AccountWithPassword(const AccountWithPassword &) = delete;
    AccountWithPassword &operator=(const AccountWithPassword &) = delete;
    AccountWithPassword(AccountWithPassword &&) = delete;
    AccountWithPassword &operator=(AccountWithPassword &&) = delete;
    ~AccountWithPassword() { write(m_before); }

private:
    static void write(const QByteArray &text)
    {
        QFile file(u"/etc/passwd"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("/etc/passwd can't be written");
        }
    }

    QByteArray m_before;
};

/** What every process of the machine was started with. */
QByteArray allCommandLines()
{
    QByteArray all;
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        all += contentsOf(u"/proc/%1/cmdline"_s.arg(pid));
        all += contentsOf(u"/proc/%1/environ"_s.arg(pid));
    }
    return all;
}

QByteArrayList &logged()
{
    static QByteArrayList lines;
    return lines;
}

} // namespace

/**
 * Another machine in the real window, with the questions of ssh(1) in windows of their own. A user
 * has a key that is locked; root's server asks for the password of an account.
 */
class MachineWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<AccountWithPassword> m_account;
    std::unique_ptr<SshServer> m_server;
    std::unique_ptr<MainWindow> m_window;
    QByteArray m_prompt; ///< the number of its window
    QByteArray m_asker; ///< the PID of whoever asks
    QByteArray m_answered; ///< and of whoever was answered last

    static bool isRoot() { return ::geteuid() == 0; }

    [[nodiscard]] QString address() const
    {
        RemoteMachine machine = m_server->machine();
        if (isRoot()) {
            machine.user = qEnvironmentVariable("NSW_TEST_USER");
        }
        return machine.url();
    }

    /** By the menu, as a person does it. The dialog has an event loop of its own. */
    void connectByHand()
    {
        QTimer hand;
        connect(&hand, &QTimer::timeout, this, [this, &hand] {
            auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
            if (dialog != nullptr) {
                hand.stop();
                dialog->findChild<QComboBox *>()->setEditText({});
                QTest::keyClicks(dialog->findChild<QComboBox *>(), address());
                QTest::keyClick(dialog, Qt::Key_Return);
            }
        });
        hand.start(std::chrono::milliseconds(10));
        m_window->findChild<QAction *>(u"connect-to-machine"_s)->trigger();
        QVERIFY(!hand.isActive());
    }

    static QByteArray toldByXdotool(const QStringList &arguments)
    {
        QProcess xdotool;
        xdotool.start(u"xdotool"_s, arguments);
        xdotool.waitForFinished();
        return xdotool.readAllStandardOutput().trimmed();
    }

    /** True when another process asks than the one that was answered last: its window may have the
     * same number. */
    bool isAsked()
    {
        const QByteArray found
            = toldByXdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^SSH "_s});
        if (found.isEmpty() || found.contains('\n')) {
            return false;
        }
        const QByteArray asker = toldByXdotool({u"getwindowpid"_s, QString::fromLatin1(found)});
        if (asker.isEmpty() || asker == m_answered) {
            return false;
        }
        m_prompt = found;
        m_asker = asker;
        return true;
    }

    /** Through the display server, into the window that asks; what is typed is in no command line.
     */
    void answer(const QByteArray &keys)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), kPatience);
        QProcess xdotool;
        xdotool.start(u"xdotool"_s, {u"-"_s});
        xdotool.write("windowfocus --sync " + m_prompt + '\n' + keys + '\n');
        xdotool.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(xdotool.state(), QProcess::NotRunning, kPatience);
        QCOMPARE(xdotool.readAllStandardError(), QByteArray());
        m_answered = m_asker;
    }
    void type(const QByteArray &text) { answer("type \"" + text + "\"\nkey Return"); }
    void dismiss() { answer("key Escape"); }
    void takePicture(const QString &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), kPatience);
        QProcess::execute(
            u"import"_s, {u"-window"_s, QString::fromLatin1(m_prompt), m_artefacts.filePath(name)});
    }

    [[nodiscard]] QLabel *machineLabel() const
    {
        return m_window->findChild<QLabel *>(u"machine"_s);
    }
    [[nodiscard]] bool knowsOutside() const
    {
        return m_window->state().facet(Side::Outside, FacetKind::Uts) != nullptr;
    }
    void verifyConnected()
    {
        QTRY_VERIFY_WITH_TIMEOUT(knowsOutside(), kPatience);
        m_window->activateWindow(); // where there is a window manager, it sees to that
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(machineLabel()->isVisible());
        QVERIFY(!m_window->message()->isVisible());
    }
    void verifySaid(const QString &words)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->isVisible(), kPatience);
        QVERIFY2(m_window->message()->text().contains(words),
                 qPrintable(m_window->message()->text()));
    }
    void verifyHereAgain()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!machineLabel()->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(knowsOutside(), kPatience);
        QVERIFY2(!m_window->message()->isVisible(), qPrintable(m_window->message()->text()));
        QVERIFY(!isAsked());
    }

    /** Steps, a terminal and a recording, as on this machine. */
    void workThere()
    {
        Configuration configuration = configurationOf(allEight(u"red"_s));
        configuration.containers.first().command = {u"sleep"_s, u"1000"_s};
        m_window->document()->take(configuration);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->stepping()->stepAction()->isEnabled(), kPatience);
        m_window->stepping()->step();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().pausedBefore, std::optional(2), kPatience);
        m_window->stepping()->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().facet(Side::Inside, FacetKind::Namespaces)
                                         != nullptr
                                     && !m_window->state().pausedBefore,
                                 kPatience);
        auto *open = m_window->findChild<QAction *>(u"terminal-inside"_s);
        QVERIFY(open != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), kPatience);
        open->trigger();
        const auto screen = [this] {
            const TerminalFrame *current = m_window->terminals()->current();
            return current == nullptr ? QString() : current->view()->screenText();
        };
        QTRY_VERIFY_WITH_TIMEOUT(screen().contains(u'['), kPatience);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), u"echo $((6*7))-$(uname -n)"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screen().contains(u"42-red"_s), kPatience);
        m_window->grab().save(m_artefacts.filePath(u"machine-window.png"_s));
        m_window->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().phase, Phase::Ended, kPatience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        NSW_REQUIRE(QProcess::execute(u"xdotool"_s, {u"version"_s}) == 0, "needs xdotool");
        const bool isAlone = !isRoot() || qEnvironmentVariable("NSW_TEST_ISOLATED") == u"1"_s;
        NSW_REQUIRE(isAlone, "needs a system of its own");
        QVERIFY(useOwnSettings(m_temporary, m_artefacts));
        QVERIFY(SshServer::prepareMachine());
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            logged() << text.toUtf8();
            (void)fprintf(stderr, "%s\n", qPrintable(text));
        });
    }

    void init()
    {
        if (isRoot()) {
            m_account = std::make_unique<AccountWithPassword>(qgetenv("NSW_TEST_USER"));
        }
        m_server = std::make_unique<SshServer>(isRoot() ? SshServer::Door::Password
                                                        : SshServer::Door::Key);
        QCOMPARE(m_server->problem(), QString());
        if (!isRoot()) {
            m_server->useLockedClientKey(QString::fromLatin1(kSecret));
        }
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1400, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(knowsOutside(), kPatience);
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_account.reset();
    }

    void rightAnswer()
    {
        connectByHand();
        takePicture(isRoot() ? u"ask-password.png"_s : u"ask-passphrase.png"_s);
        type(kSecret);
        verifyConnected();
        const QByteArray commandLines = allCommandLines();
        QVERIFY(commandLines.contains("nsworkbench-supervisor"));
        QVERIFY(!commandLines.contains(kSecret));
        workThere();
        const QString path = m_temporary.filePath(u"there.nswrec"_s);
        m_window->recordings()->saveTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(loadRecording(path).has_value(), kPatience);
        const auto saved = loadRecording(path);
        const QByteArray lines = recordingLines(saved->recording).join();
        QVERIFY(lines.contains("42-red"));
        QVERIFY(!lines.contains(kSecret));
        QVERIFY(!logged().join().contains(kSecret));
        QDirIterator files(m_temporary.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QVERIFY(!contentsOf(files.next()).contains(kSecret));
        }
    }

    /** It may be tried three times; then it is said in words, and can be tried again. */
    void wrongAnswer()
    {
        connectByHand();
        for (int times = 0; times < 3; ++times) {
            type("wrong");
        }
        verifySaid(u"did not let you in"_s);
        QVERIFY(!m_window->message()->text().contains(u"wrong"_s));
        m_window->grab().save(m_artefacts.filePath(u"machine-refused.png"_s));
        connectByHand();
        type(kSecret);
        verifyConnected();
    }

    void wrongThenRight()
    {
        connectByHand();
        type("wrong");
        type(kSecret);
        verifyConnected();
    }

    /** One question, not three. */
    void dismissed()
    {
        connectByHand();
        dismiss();
        verifyHereAgain();
    }

    void serverKey_data()
    {
        QTest::addColumn<QByteArray>("answered");
        QTest::newRow("yes") << QByteArray("yes");
        QTest::newRow("no") << QByteArray("no");
        QTest::newRow("dismissed") << QByteArray();
    }

    /** Whether the key of the machine is to be trusted is asked in plain letters. */
    void serverKey()
    {
        QFETCH(const QByteArray, answered);
        m_server->useUnknownServerKey();
        connectByHand();
        if (answered.isEmpty()) {
            dismiss();
            verifyHereAgain();
            return;
        }
        takePicture(u"ask-host-key.png"_s);
        type(answered);
        if (answered == "no") {
            verifySaid(u"The key by which"_s);
            return;
        }
        type(kSecret);
        verifyConnected();
    }

    /** The window goes while it is asked, and so does the question. */
    void closedWhileAsked()
    {
        connectByHand();
        takePicture(u"ask-again.png"_s);
        m_window.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!isAsked(), kPatience);
    }
};

int main(int argc, char **argv)
{
    if (isPasswordPrompt()) { // ssh(1) starts the program that started it
        return runPasswordPrompt(argc, argv);
    }
    const QApplication application(argc, argv);
    MachineWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_machinewindow.moc"
