// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalspanel.h"
#include "app/panels/terminalview.h"
#include "app/window/mainwindow.h"
#include "core/store/configurationfile.h"
#include "tests/gui/settings.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** What a process has in memory at most, until now. */
qint64 peakMiB(const QString &pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.sliced(6).simplified().split(' ').constFirst().toLongLong() / 1024;
        }
    }
    return 0;
}

} // namespace

/** Lines of a number each, as they come to a screen: the next is always one more. */
class Counted : public QObject
{
    Q_OBJECT
public:
    qint64 bytes = 0;
    qint64 last = 0; ///< of the lines that came in order
    bool isBroken = false;

public Q_SLOTS:
    void take(const QString &text)
    {
        bytes += text.size();
        for (const QChar c : text) {
            if (c == u'\n') {
                end();
            } else if (c != u'\r') {
                m_line += c;
            }
        }
    }

private:
    void end()
    {
        // The shell says something to the terminal before what it runs writes its first line.
        constexpr qsizetype kDigits = 79;
        bool isNumber = false;
        const qint64 number
            = QStringView(m_line).last(std::min(m_line.size(), kDigits)).toLongLong(&isNumber);
        m_line.clear();
        if (isNumber && number > 0) {
            isBroken = isBroken || number != last + 1;
            last = number;
        }
    }

    QString m_line;
};

/** What is heavy for a terminal, in the window as it is used. */
class TerminalLoadTest : public QObject
{
    Q_OBJECT

    static constexpr int kPatience = 30'000; // milliseconds

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] TerminalView *view() const { return m_window->terminals()->current()->view(); }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return m_window->findChild<QAction *>(name);
    }

    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    void waitForText(const QString &text)
    {
        QTRY_VERIFY_WITH_TIMEOUT(view()->screenText().contains(text), kPatience);
    }

    [[nodiscard]] bool hasLine(const QString &text) const
    {
        return std::ranges::any_of(view()->screenText().split(u'\n'),
                                   [&](const QString &line) { return line.trimmed() == text; });
    }

    [[nodiscard]] int linesWith(QChar first) const
    {
        int count = 0;
        for (const QString &line : view()->screenText().split(u'\n')) {
            count += line.startsWith(first) ? 1 : 0;
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(test::useOwnSettings(m_temporary, m_artefacts));
        qputenv("SHELL", "/bin/bash");
        qputenv("HOME", m_temporary.path().toUtf8());
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        Configuration configuration;
        configuration.version = Configuration::kVersion;
        Container container;
        container.name = u"load"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        container.namespaces.pid = NewPid{};
        container.command = QStringList{u"sleep"_s, u"1000"_s};
        configuration.containers = {container};
        const QString path = m_temporary.filePath(u"load.json"_s);
        QVERIFY(saveConfiguration(path, configuration));
        m_window->openFile(path);
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(action(u"terminal-inside"_s)->isEnabled(), kPatience);
        action(u"terminal-inside"_s)->trigger();
        waitForText(u"[load]"_s);
    }

    void cleanup() { m_window.reset(); }

    /** No byte is lost, the window goes on, and neither it nor the supervisor grows with it. */
    void aHundredMegabytes()
    {
#ifdef NSW_SANITIZED // which is slow, and keeps what was freed
        constexpr qint64 kLines = 125'000;
        constexpr bool kIsMemoryTold = false;
#else
        constexpr qint64 kLines = 1'250'000; // of 80 bytes
        constexpr bool kIsMemoryTold = true;
#endif
        constexpr qint64 kBytes = kLines * 80;
        constexpr int kLongestPause = 1000; // milliseconds
        constexpr qint64 kMostGrowth = 256; // MiB; 32 of them are the history
        constexpr int kLongPatience = 240'000;
        const QString supervisor = QString::number(m_window->state().ready.pid);
        auto *widget = view()->findChild<QWidget *>();
        while (widget != nullptr && !widget->inherits("QTermWidget")) {
            widget = widget->findChild<QWidget *>();
        }
        QVERIFY(widget != nullptr);
        Counted counted;
        QVERIFY(
            QObject::connect(widget, SIGNAL(receivedData(QString)), &counted, SLOT(take(QString))));
        const qint64 before = peakMiB(u"self"_s);
        const qint64 supervisorBefore = peakMiB(supervisor);
        QElapsedTimer pause;
        qint64 longest = 0;
        QTimer pulse;
        pulse.setInterval(20);
        QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
            longest = std::max(longest, pause.restart());
        });
        type(u"seq -f %079.0f "_s + QString::number(kLines) + u"; echo all''done"_s);
        QElapsedTimer clock;
        clock.start();
        pause.start();
        pulse.start();
        QTRY_COMPARE_WITH_TIMEOUT(counted.last, kLines, kLongPatience);
        const qint64 took = clock.elapsed();
        pulse.stop();
        waitForText(u"alldone"_s);
        const qint64 grown = peakMiB(u"self"_s) - before;
        const qint64 supervisorGrown = peakMiB(supervisor) - supervisorBefore;
        qInfo("%lld MB in %lld ms; the window paused for %lld ms at most and grew by %lld MiB, the "
              "supervisor by %lld MiB",
              counted.bytes / 1'000'000,
              took,
              longest,
              grown,
              supervisorGrown);
        QVERIFY(!counted.isBroken);
        QVERIFY(counted.bytes >= kBytes);
        QVERIFY(longest < kLongestPause);
        QVERIFY(!kIsMemoryTold || (grown < kMostGrowth && supervisorGrown < 16));
        // Keys have their turn meanwhile, too.
        type(u"yes"_s);
        QTRY_VERIFY_WITH_TIMEOUT(linesWith(u'y') > 2, kPatience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        type(u"clear; echo he''re"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasLine(u"here"_s), kPatience);
    }

    /** An editor has the whole screen, follows its size, and gives it back. */
    void anEditor()
    {
        const QString path = m_temporary.filePath(u"text"_s);
        type(u"echo be''fore; vi "_s + path);
        QTRY_VERIFY_WITH_TIMEOUT(linesWith(u'~') > 2, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(linesWith(u'~'), view()->rows() - 2, kPatience);
        const int rows = view()->rows();
        action(u"lower-alone"_s)->trigger();
        QTRY_VERIFY(view()->rows() > rows);
        QTRY_COMPARE_WITH_TIMEOUT(linesWith(u'~'), view()->rows() - 2, kPatience);
        QTest::keyClicks(QApplication::focusWidget(), u"ihello"_s);
        waitForText(u"hello"_s);
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-editor.png"_s)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        type(u":wq"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
        waitForText(u"[load]"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "hello\n");
        action(u"lower-alone"_s)->trigger();
        QTRY_COMPARE(view()->rows(), rows);
    }

    /** One that draws again and again, with colours, and reads keys one by one. */
    void aMonitor()
    {
        action(u"lower-alone"_s)->trigger();
        type(u"htop"_s);
        waitForText(u"Load average"_s);
        waitForText(u"sleep 1000"_s);
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-monitor.png"_s)));
        QTest::keyClicks(QApplication::focusWidget(), u"q"_s);
        waitForText(u"[load]"_s);
        type(u"clear; echo ba''ck"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasLine(u"back"_s), kPatience);
    }
};

QTEST_MAIN(TerminalLoadTest)
#include "tst_terminalload.moc"
