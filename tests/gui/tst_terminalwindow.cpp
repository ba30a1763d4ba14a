// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/look.h"
#include "app/panels/palettes.h"
#include "app/panels/stepspanel.h"
#include "app/panels/terminalkeys.h"
#include "app/panels/terminalspanel.h"
#include "app/panels/terminalview.h"
#include "app/window/appearance.h"
#include "app/window/mainwindow.h"
#include "app/window/masking.h"
#include "app/window/recordings.h"
#include "app/window/sessioncontroller.h"
#include "app/window/stepping.h"
#include "app/window/zoom.h"
#include "core/store/configurationfile.h"
#include "core/store/recording.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/settings.h"
#include "tests/gui/stillwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** Terminals in the real window, by keyboard, of a real container. */
class TerminalWindowTest : public QObject
{
    Q_OBJECT

    static constexpr int kPatience = 30'000; // milliseconds

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] TerminalsPanel *panel() const { return m_window->terminals(); }
    [[nodiscard]] TerminalFrame *current() const { return panel()->current(); }

    void openConfiguration(Method method = Method::Clone)
    {
        Configuration configuration;
        configuration.version = Configuration::kVersion;
        configuration.name = u"red"_s;
        Container container;
        container.name = u"red"_s;
        container.method = method;
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        container.namespaces.pid = NewPid{};
        container.namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = {}};
        container.command = QStringList{u"sleep"_s, u"1000"_s};
        configuration.containers = {container};
        const QString path = m_temporary.filePath(u"red.json"_s);
        QVERIFY(saveConfiguration(path, configuration));
        m_window->openFile(path);
    }

    void startContainer()
    {
        openConfiguration();
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->state().facet(Side::Inside, FacetKind::Namespaces) != nullptr, kPatience);
    }

    /** As a hand does. */
    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    void openTerminal(const QString &id)
    {
        auto *button = m_window->findChild<QToolButton *>(id + u"-button"_s);
        QVERIFY(button != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kPatience);
        const std::size_t before = m_window->state().terminals.size();
        m_window->findChild<QAction *>(id)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().terminals.size() > before, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            current() != nullptr && current()->view()->screenText().contains(u'['), kPatience);
    }

    void waitForText(const QString &text)
    {
        QTRY_VERIFY_WITH_TIMEOUT(current()->view()->screenText().contains(text), kPatience);
    }

    /** At its end, where nothing stands. */
    [[nodiscard]] bool isToolBarDark() const
    {
        const QImage image = m_window->grab().toImage();
        const QToolBar *bar = m_window->findChild<QToolBar *>(u"main-tools"_s);
        const QPoint end = bar->geometry().topRight() + QPoint(-4, bar->height() / 2);
        return image.pixelColor(end).lightness() < 128;
    }

    /** The frame is there, in its colour, at every edge. */
    [[nodiscard]] static bool hasFrame(TerminalFrame *frame)
    {
        const QImage image = frame->grab().toImage();
        const QColor wanted = Theme::current().text(toneOf(frame->place()));
        const auto is = [&](int x, int y) {
            return image.pixelColor(x, y).rgb() == wanted.rgb();
        };
        const int right = image.width() - 2;
        const int bottom = image.height() - 2;
        return is(1, bottom / 2) && is(right, bottom / 2) && is(right / 2, 1)
            && is(right / 2, bottom);
    }

    /** As an eye has it that reads colours: there is more than one on the badge. */
    [[nodiscard]] static bool isBadgePainted(const TerminalFrame *frame)
    {
        const QImage image = frame->badge()->grab().toImage();
        const QColor background = Theme::current().surface(toneOf(frame->place()));
        int others = 0;
        for (int x = 0; x < image.width(); ++x) {
            others += image.pixelColor(x, image.height() / 2).rgb() != background.rgb() ? 1 : 0;
        }
        return frame->badge()->isVisible() && others > 50;
    }

    /** What a program wrote that takes the whole screen of 40 by 10, and later of 60 by 12. */
    [[nodiscard]] static Recording fullScreen()
    {
        const Step pty{
            .n = 1, .actor = Actor::Outside, .operation = op::OpenPty{.columns = 40, .rows = 10}};
        PlanEvent plan;
        plan.plan.container = u"red"_s;
        const QList<Event> events{
            ReadyEvent{},
            plan,
            TerminalPlanEvent{.id = 1, .side = Side::Inside, .steps = {pty}},
            TerminalOpenedEvent{
                .id = 1, .side = Side::Inside, .pid = 7, .command = {u"vi"_s}, .namespaces = {}},
            TerminalOutputEvent{.id = 1, .bytes = "\x1b[2J\x1b[99;99H@"},
            TerminalResizedEvent{.id = 1, .columns = 60, .rows = 12},
            TerminalOutputEvent{.id = 1, .bytes = "\x1b[2J\x1b[Hwide"}};
        Recording recording;
        recording.header.date = u"2026-01-02T03:04:05Z"_s;
        for (const Event &event : events) {
            const auto at = std::chrono::milliseconds(recording.events.size() < 5 ? 10 : 20);
            recording.events.append({.at = at, .event = event});
        }
        return recording;
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
    }

    void cleanup() { m_window.reset(); }

    /** For where the widget's own tables are not installed. */
    void keysWithoutTables()
    {
        QCOMPARE(bytesOfKey(Qt::Key_Up, Qt::NoModifier, false), "\x1b[A");
        QCOMPARE(bytesOfKey(Qt::Key_Up, Qt::KeypadModifier, true), "\x1bOA");
        QCOMPARE(bytesOfKey(Qt::Key_F10, Qt::NoModifier, true), "\x1b[21~");
        QCOMPARE(bytesOfKey(Qt::Key_Backspace, Qt::NoModifier, false), "\x7f");
        QVERIFY(bytesOfKey(Qt::Key_A, Qt::NoModifier, false).isEmpty());
        QVERIFY(bytesOfKey(Qt::Key_Up, Qt::ControlModifier, false).isEmpty());
        QVERIFY(isApplicationMode("x\x1b[?1h\x1b=", false));
        QVERIFY(!isApplicationMode("\x1b[?1h x \x1b[?1l", false));
        QVERIFY(isApplicationMode("x", true));
    }

    void noContainerNoTerminal()
    {
        QVERIFY(!m_window->findChild<QAction *>(u"terminal-inside"_s)->isEnabled());
        QVERIFY(!m_window->findChild<QAction *>(u"close-terminal"_s)->isEnabled());
        panel()->open(Side::Inside);
        QCOMPARE(panel()->count(), 0);
    }

    void insideByKeyboard()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        waitForText(u"[red]"_s);
        QVERIFY(panel()->isAncestorOf(QApplication::focusWidget()));
        type(u"echo $((6*7)) on $(hostname)"_s);
        waitForText(u"42 on red"_s);
        QVERIFY(current()->badge()->accessibleName().startsWith(u"inside red"_s));
        QVERIFY(current()->badge()->accessibleName().contains(u"isolated"_s));
        QVERIFY(current()->place().isolated.contains(NsKind::Uts));
        QVERIFY(!current()->place().isolated.contains(NsKind::Network));
        // Neither output nor escape sequences get at badge and frame.
        type(u"printf '\\033[2J\\033]0;outside\\007'; seq 3000"_s);
        waitForText(u"2999\n3000"_s);
        QVERIFY(isBadgePainted(current()));
        QVERIFY(hasFrame(current()));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-inside.png"_s)));
        // The size of the screen is that of the terminal.
        const QString size
            = u"%1 %2"_s.arg(current()->view()->rows()).arg(current()->view()->columns());
        type(u"clear; stty size"_s);
        waitForText(size);
    }

    void manyAtOnce()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        TerminalFrame *first = current();
        openTerminal(u"terminal-outside"_s);
        waitForText(u"[outside]"_s);
        QVERIFY(current() != first);
        QVERIFY(toneOf(current()->place()) != toneOf(first->place()));
        openTerminal(u"terminal-inside"_s);
        QCOMPARE(panel()->count(), 3);
        type(u"echo only-here"_s);
        waitForText(u"only-here"_s);
        QVERIFY(!first->view()->screenText().contains(u"only-here"_s));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-many.png"_s)));
        m_window->findChild<QAction *>(u"close-terminal"_s)->trigger();
        QCOMPARE(panel()->count(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().terminals.size() == 3
                                     && m_window->state().terminals.rbegin()->second.ended,
                                 kPatience);
    }

    void themeAndSizeFollow()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        const int columns = current()->view()->columns();
        m_window->zoom()->setPercent(150);
        QTRY_VERIFY_WITH_TIMEOUT(current()->view()->columns() < columns, kPatience);
        // Sizes follow each other while the window finds its own: it is asked until both agree.
        const auto agrees = [this] {
            type(u"clear; stty size"_s);
            return QTest::qWaitFor(
                [this] {
                    const TerminalView *view = current()->view();
                    return view->screenText().contains(
                        u"%1 %2"_s.arg(view->rows()).arg(view->columns()));
                },
                3000);
        };
        QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
        for (const auto scheme : {Appearance::Scheme::Dark, Appearance::Scheme::Light}) {
            m_window->appearance()->setScheme(scheme);
            const bool dark = scheme == Appearance::Scheme::Dark;
            QTRY_COMPARE(isDark(QApplication::palette()), dark);
            QTRY_VERIFY(isBadgePainted(current()) && hasFrame(current()));
            QTRY_COMPARE(isToolBarDark(), dark);
            const QImage screen = current()->view()->grab().toImage();
            const int lightness
                = screen.pixelColor(screen.width() / 2, screen.height() * 3 / 4).lightness();
            QCOMPARE(lightness < 128, dark);
            QVERIFY(m_window->grab().save(
                m_artefacts.filePath(dark ? u"terminal-dark.png"_s : u"terminal-light.png"_s)));
        }
        m_window->zoom()->setPercent(Zoom::kNatural);
        m_window->appearance()->setScheme(Appearance::Scheme::Desktop);
    }

    /** In step mode: a shell in what is half made, which stays there when the container goes on. */
    void inAPause()
    {
        openConfiguration(Method::Unshare);
        m_window->stepping()->toggleBreakpoint(1);
        m_window->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().pausedBefore, std::optional(1), kPatience);
        const auto *inside = m_window->findChild<QAction *>(u"terminal-inside"_s);
        QTRY_VERIFY(m_window->findChild<QAction *>(u"terminal-outside"_s)->isEnabled());
        QVERIFY(!inside->isEnabled());
        QVERIFY(inside->toolTip().contains(u"clone3"_s));
        auto *step = m_window->findChild<QAction *>(u"step"_s);
        step->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().pausedBefore, std::optional(2), kPatience);
        openTerminal(u"terminal-inside"_s);
        TerminalFrame *early = current();
        QTRY_VERIFY(!m_window->state().terminals.empty()
                    && !m_window->state().terminals.begin()->second.namespaces.isEmpty());
        QVERIFY(early->place().isolated.isEmpty());
        QCOMPARE(early->notice(), QString());
        type(u"echo he''re"_s);
        waitForText(u"\nhere"_s);
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-pause.png"_s)));
        // unshare(2): the process inside is elsewhere now.
        step->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(early->place().older.contains(NsKind::Uts), kPatience);
        m_window->steps()->showPage(panel());
        QVERIFY(early->place().isolated.isEmpty());
        QVERIFY(early->notice().contains(u"moved on"_s));
        QVERIFY(early->badge()->accessibleName().contains(u"as it was"_s));
        QCOMPARE(toneOf(early->place()), Tone::Warning);
        QVERIFY(hasFrame(early));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-moved-on.png"_s)));
        m_window->stepping()->toggleBreakpoint(1);
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().areStepsMade(), kPatience);
        openTerminal(u"terminal-inside"_s);
        QTRY_VERIFY(current()->place().isolated.contains(NsKind::Uts));
        QVERIFY(current()->place().older.isEmpty());
        QVERIFY(early->place().older.contains(NsKind::Uts));
        QVERIFY(!early->hasEnded());
    }

    /** With large type, too, there are rows enough, and badge and notice take one line each. */
    void roomWithLargeType()
    {
        startContainer();
        m_window->resize(1280, 800);
        openTerminal(u"terminal-inside"_s);
        auto *alone = m_window->findChild<QAction *>(u"lower-alone"_s);
        m_window->masking()->setOn(true); // it says so below the badge
        for (const int percent : {100, 150, 200}) {
            m_window->zoom()->setPercent(percent);
            const int line = current()->fontMetrics().height();
            QTRY_VERIFY(current()->badge()->height() < line * 2);
            QTRY_VERIFY(current()->view()->rows() >= 1);
            const int above = current()->view()->mapTo(current(), QPoint()).y();
            QVERIFY2(above < line * 4, qPrintable(QString::number(percent)));
            const QString name = u"terminal-%1.png"_s.arg(percent);
            settle();
            QVERIFY(m_window->grab().save(m_artefacts.filePath(name)));
            alone->trigger();
            QTRY_VERIFY(current()->view()->rows() >= 8);
            QVERIFY(!m_window->cards()->isVisible());
            settle();
            QVERIFY(m_window->grab().save(
                m_artefacts.filePath(u"terminal-alone-%1.png"_s.arg(percent))));
            alone->trigger();
            QTRY_VERIFY(m_window->cards()->isVisible());
            QVERIFY(m_window->configurationPanel()->isVisible());
        }
        m_window->masking()->setOn(false);
        m_window->zoom()->setPercent(Zoom::kNatural);
        // It is no state to begin with: what is remembered is where the parts were.
        m_window->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().phase, Phase::Ended, kPatience);
        const int height = m_window->steps()->height();
        alone->trigger();
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->cards()->isVisible());
        QTRY_COMPARE_LE(std::abs(m_window->steps()->height() - height), 2);
    }

    void whatLeavesIsWarnedOf()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        QCOMPARE(current()->notice(), QString());
        type(u"unshare -n sleep 1000"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!current()->place().moved.isEmpty(), kPatience);
        QVERIFY(current()->notice().contains(u"left or entered"_s));
        QCOMPARE(toneOf(current()->place()), Tone::Warning);
        QVERIFY(hasFrame(current()));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-moved.png"_s)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(current()->place().moved.isEmpty(), kPatience);
        QCOMPARE(current()->notice(), QString());
    }

    void whatCantBeSeenIsWarnedOf()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        const std::int32_t id = m_window->state().terminals.rbegin()->first;
        panel()->take(TerminalMovedEvent{.id = id, .namespaces = {}, .isUnknown = true});
        QVERIFY(current()->notice().contains(u"sudo"_s));
        QCOMPARE(toneOf(current()->place()), Tone::Warning);
        QVERIFY(hasFrame(current()));
        panel()->take(TerminalMovedEvent{.id = id, .namespaces = {}});
        QCOMPARE(current()->notice(), QString());
    }

    void maskingSaysThatItCant()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        m_window->masking()->setOn(true);
        QVERIFY(current()->notice().contains(u"can't be masked"_s));
        QVERIFY(m_window->shownState().terminals.begin()->second.output.isEmpty());
        m_window->masking()->setOn(false);
        QCOMPARE(current()->notice(), QString());
    }

    void pastedAndCopied()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        QApplication::clipboard()->setText(u"echo pas''ted"_s);
        QTest::keyClick(
            QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        waitForText(u"pas''ted"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForText(u"\npasted"_s);
    }

    void keysOfTheShellAreNotTheWindows()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        // Ctrl+O would open a file, Ctrl+Q would quit.
        type(u"echo rea''dy; cat -v"_s);
        waitForText(u"\nready"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Q, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForText(u"^Q"_s);
        QVERIFY(m_window->isVisible());
    }

    /** It looks as it did, whatever the window's size; the session's own wait unseen meanwhile. */
    void recordedOnesHaveTheirSize()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        type(u"echo li''ve"_s);
        waitForText(u"\nlive"_s);
        const QString path = m_temporary.filePath(u"full-screen.nswrec"_s);
        QVERIFY(saveRecording(path, fullScreen()));
        m_window->openFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->replay() != nullptr, kPatience);
        m_window->steps()->showPage(panel());
        QCOMPARE(panel()->count(), 1);
        QVERIFY(!m_window->findChild<QAction *>(u"terminal-inside"_s)->isEnabled());
        QVERIFY(!m_window->findChild<QAction *>(u"close-terminal"_s)->isEnabled());
        QTRY_COMPARE(current()->view()->columns(), 60);
        QTRY_COMPARE(current()->view()->rows(), 12);
        waitForText(u"wide"_s);
        Replay *replay = m_window->session()->replay();
        replay->goTo(std::chrono::milliseconds(10)); // before it had another size
        QTRY_COMPARE(current()->view()->columns(), 40);
        QTRY_COMPARE(current()->view()->rows(), 10);
        // What was drawn in the last place is there, and not where the window ends.
        QTRY_COMPARE(current()->view()->screenText().split(u'\n').value(9).indexOf(u'@'), 39);
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"terminal-recorded.png"_s)));
        m_window->recordings()->close();
        QTRY_VERIFY(current() != nullptr && current()->view()->screenText().contains(u"\nlive"_s));
        QVERIFY(!current()->hasEnded());
        current()->view()->setFocus();
        type(u"echo sti''ll"_s);
        waitForText(u"\nstill"_s);
    }

    void theEndIsSaid()
    {
        startContainer();
        openTerminal(u"terminal-inside"_s);
        type(u"exit 7"_s);
        QTRY_VERIFY_WITH_TIMEOUT(current()->hasEnded(), kPatience);
        QVERIFY(current()->notice().contains(u'7'));
        openTerminal(u"terminal-outside"_s);
        m_window->stop();
        QTRY_VERIFY_WITH_TIMEOUT(current()->hasEnded(), kPatience);
        QCOMPARE(panel()->count(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state().phase, Phase::Ended, kPatience);
        startContainer();
        QCOMPARE(panel()->count(), 0);
    }
};

QTEST_MAIN(TerminalWindowTest)
#include "tst_terminalwindow.moc"
