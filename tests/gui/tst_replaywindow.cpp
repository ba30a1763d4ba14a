// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"
#include "app/models/stepsmodel.h"
#include "app/panels/actbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/kindeditor.h"
#include "app/panels/messagebar.h"
#include "app/panels/momentstrip.h"
#include "app/panels/stepspanel.h"
#include "app/window/document.h"
#include "app/window/mainwindow.h"
#include "app/window/recordings.h"
#include "app/window/sessioncontroller.h"
#include "core/store/recording.h"
#include "tests/gui/settings.h"
#include "tests/support/statejson.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;

/** A session is recorded, saved, and shown again in another window, driven by keys and clicks. */
class ReplayWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;
    QByteArray m_live; ///< the last state of the session, as it was shown
    std::chrono::nanoseconds m_now{0};

    [[nodiscard]] QString file() const { return m_temporary.filePath(u"red.nswrec"_s); }
    [[nodiscard]] Replay *replay() const { return m_window->session()->replay(); }
    [[nodiscard]] QWidget *bar() const { return m_window->findChild<QWidget *>(u"replay"_s); }

    template<class T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    [[nodiscard]] QToolButton *button(const QString &action) const
    {
        for (auto *one : bar()->findChildren<QToolButton *>()) {
            if (one->defaultAction()->objectName() == action) {
                return one;
            }
        }
        return nullptr;
    }

    [[nodiscard]] QString output() const
    {
        return part<QPlainTextEdit>(u"output"_s)->toPlainText();
    }

    [[nodiscard]] static int justChanged(const QAbstractItemModel *model)
    {
        int cells = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                cells += model->index(row, column).data(ChangedRole).toBool() ? 1 : 0;
            }
        }
        return cells;
    }

    [[nodiscard]] qsizetype stepsMade() const
    {
        return std::ranges::count_if(m_window->state().steps, [](const StepState &step) {
            return step.outcome.has_value();
        });
    }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1500, 950);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void picture(const QString &name) const
    {
        for (int round = 0; round < 4; ++round) {
            QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QApplication::processEvents();
        }
        QVERIFY(m_window->grab().save(m_artefacts.filePath(name)));
    }

    void type(const QString &field, const QString &text)
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    void record()
    {
        openWindow();
        for (const NsKind kind : {NsKind::User, NsKind::Uts, NsKind::Pid}) {
            m_window->configurationPanel()->editor(kind)->checkBox()->setChecked(true);
        }
        type(u"hostname"_s, u"red"_s);
        type(u"command"_s, u"sh -c \"echo one; read -r x; hostname blue; echo two; read -r y\""_s);
        QVERIFY(!part<QAction>(u"recording-save"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_window->state().facet(Side::Inside, FacetKind::Time) != nullptr);
        QTRY_COMPARE(output(), u"one\n"_s);
        m_window->session()->sendInput("a\n");
        QTRY_COMPARE(output(), u"one\ntwo\n"_s);
        QTRY_COMPARE(insideName(), u"blue"_s);
        // While it runs; and once more when it is over, over the same file.
        QVERIFY(part<QAction>(u"recording-save"_s)->isEnabled());
        const QSignalSpy saved(m_window->recordings(), &Recordings::succeeded);
        m_window->recordings()->saveTo(file());
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(QFile::exists(file()));
        m_window->session()->sendInput("hunter2\n");
        QTRY_COMPARE(m_window->state().phase, Phase::Ended);
        m_window->recordings()->saveTo(file());
        QTRY_COMPARE(saved.size(), 2);
        m_live = test::stateJson(m_window->session()->run().history.stateAfter(
            m_window->session()->run().history.lastSerial()));
        m_window.reset();
    }

    [[nodiscard]] QString insideName() const
    {
        const Facet *facet = m_window->state().facet(Side::Inside, FacetKind::Uts);
        const auto *uts = facet != nullptr ? std::get_if<UtsFacet>(facet) : nullptr;
        return uts != nullptr ? uts->nodename : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(test::useOwnSettings(m_temporary, m_artefacts));
        record();
    }

    void init()
    {
        openWindow();
        m_window->openFile(file());
        QTRY_VERIFY(replay() != nullptr);
        replay()->setClock([this] { return m_now; });
        // All of it is new, and nothing has just changed.
        QCOMPARE(justChanged(m_window->steps()->model()), 0);
        QCOMPARE(justChanged(m_window->cards()->model(FacetKind::Uts)), 0);
    }

    void cleanup() { m_window.reset(); }

    void saysWhatItIs()
    {
        QVERIFY(bar()->isVisible());
        QCOMPARE(part<QLabel>(u"replay-title"_s)->text(), u"Recording: red.nswrec"_s);
        QVERIFY(m_window->windowTitle().contains(u"red.nswrec (recording)"_s));
        QCOMPARE(test::stateJson(m_window->state()), m_live);
        QCOMPARE(output(), u"one\ntwo\n"_s);
        QCOMPARE(part<QLineEdit>(u"hostname"_s)->text(), u"red"_s);
        const auto *start = part<QAction>(u"start"_s);
        QVERIFY(!start->isEnabled());
        QVERIFY(start->toolTip().contains(u"recording"_s));
        QVERIFY(!part<QLineEdit>(u"hostname"_s)->isEnabled());
        QVERIFY(!part<QLineEdit>(u"input"_s)->isEnabled());
        m_window->start();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(test::stateJson(m_window->state()), m_live);
        m_window->cards()->openCard(FacetKind::Uts);
        const auto acts = m_window->cards()->detail()->acts()->findChildren<QToolButton *>();
        QVERIFY(!acts.isEmpty());
        for (const QToolButton *act : acts) {
            QVERIFY(!act->isEnabled());
            QVERIFY(act->toolTip().contains(u"recording"_s));
        }
        m_window->cards()->closeCard();
        // It says nothing of what is edited.
        QVERIFY(!part<QAction>(u"save-with-seen"_s)->isEnabled());
        picture(u"replay-end.png"_s);
    }

    void playsAndPauses()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F8); // at the end: from the beginning
        QVERIFY(replay()->isPlaying());
        QCOMPARE(button(u"replay-play"_s)->defaultAction()->text(), u"Pa&use"_s);
        // Until the last step was made.
        auto events = replay()->history().events();
        const auto last
            = std::ranges::find_if(events.crbegin(), events.crend(), [](const TimedEvent &event) {
                  return std::holds_alternative<StepEvent>(event.event);
              });
        m_now += last->at;
        QTRY_COMPARE(replay()->position(), last->at);
        QTRY_COMPARE(stepsMade(), m_window->state().steps.size());
        QVERIFY(output() != u"one\ntwo\n"_s);
        QTest::mouseClick(button(u"replay-play"_s), Qt::LeftButton);
        QVERIFY(!replay()->isPlaying());
        QCOMPARE(m_window->moments()->shown()->moment().has_value(), true);
        picture(u"replay-paused.png"_s);
        m_now += 1h;
        QCOMPARE(replay()->position(), last->at);
        // Once more, sixteen times as fast.
        auto *speed = part<QComboBox>(u"replay-speed"_s);
        speed->setFocus();
        QTest::keyClick(speed, Qt::Key_End);
        QCOMPARE(replay()->speed(), 16.0);
        QTest::keyClick(speed, Qt::Key_Home);
        QCOMPARE(replay()->speed(), 0.25);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        m_now += 4ms;
        QTRY_COMPARE(replay()->position(), last->at + 1ms);
        m_now += 4h;
        QTRY_VERIFY(!replay()->isPlaying());
        QCOMPARE(output(), u"one\ntwo\n"_s);
        QCOMPARE(test::stateJson(m_window->state()), m_live);
    }

    void sliderAndSteps()
    {
        MomentSlider *slider = m_window->moments()->shown();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(m_window->state().steps.size(), 0);
        QCOMPARE(output(), QString());
        QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ControlModifier);
        QCOMPARE(stepsMade(), 1);
        QTest::mouseClick(button(u"replay-next"_s), Qt::LeftButton);
        QCOMPARE(stepsMade(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(stepsMade(), 1);
        QCOMPARE(slider->moment()->step, m_window->state().steps.first().step.n);
        // A step of the table.
        QTableView *table = m_window->steps()->table();
        m_window->steps()->showSteps();
        const QModelIndex third = table->model()->index(2, StepsModel::Call);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(third).center());
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(stepsMade(), 3);
        // Where nothing is made, nothing is stopped before it.
        const QModelIndex number = table->model()->index(2, StepsModel::Number);
        QTest::mouseDClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(number).center());
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QVERIFY(!table->model()->index(2, 0).data(StepsModel::BreakpointRole).toBool());
        QVERIFY(!part<QAction>(u"breakpoint"_s)->isEnabled());
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(test::stateJson(m_window->state()), m_live);
        QCOMPARE(output(), u"one\ntwo\n"_s);
    }

    /** Where Start can't be pressed, nobody is told to. */
    void theBeginningIsThePast()
    {
        QTest::keyClick(m_window->moments()->shown(), Qt::Key_Home);
        for (const QLabel *label : m_window->cards()->findChildren<QLabel *>()) {
            QVERIFY2(!label->isVisible() || !label->text().contains(u"Start"_s),
                     qPrintable(label->text()));
        }
    }

    void comparesAnyTwoMoments()
    {
        MomentStrip *strip = m_window->moments();
        auto *compare = part<QCheckBox>(u"moment-compare"_s);
        compare->setFocus();
        QTest::keyClick(compare, Qt::Key_Space);
        QVERIFY(strip->isComparing());
        m_window->cards()->openCard(FacetKind::Uts);
        ComparisonModel *names = m_window->cards()->model(FacetKind::Uts);
        // From the first moment with a name to the end.
        strip->shown()->setFocus();
        while (names->index(0, ComparisonModel::Outside).data().toString() != u"red"_s) {
            const int before = strip->shown()->value();
            QTest::keyClick(strip->shown(), Qt::Key_Right);
            QVERIFY2(strip->shown()->value() > before, "it never was called red");
        }
        QCOMPARE(names->index(0, ComparisonModel::Inside).data().toString(), u"blue"_s);
        picture(u"replay-compared.png"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!strip->isComparing());
    }

    void backToThePresent()
    {
        QTest::mouseClick(button(u"replay-close"_s), Qt::LeftButton);
        QVERIFY(replay() == nullptr);
        QVERIFY(!bar()->isVisible());
        QVERIFY(part<QAction>(u"start"_s)->isEnabled());
        QVERIFY(part<QLineEdit>(u"hostname"_s)->isEnabled());
        QCOMPARE(output(), QString());
        QVERIFY(!m_window->windowTitle().contains(u"recording"_s));
        QVERIFY(m_window->document()->configuration()
                == m_window->configurationPanel()->configuration());
        type(u"command"_s, u"echo live"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_window->state().phase, Phase::Ended);
        QCOMPARE(output(), u"live\n"_s);
        // A recording over what was run, and back to what was run.
        m_window->openFile(file());
        QTRY_VERIFY(replay() != nullptr);
        QCOMPARE(test::stateJson(m_window->state()), m_live);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTest::mouseClick(button(u"replay-close"_s), Qt::LeftButton);
        QCOMPARE(output(), u"live\n"_s);
        QCOMPARE(m_window->state().phase, Phase::Ended);
    }

    /** What was run before is opened from the menu, saved, and left again. */
    void earlierRuns()
    {
        QTest::mouseClick(button(u"replay-close"_s), Qt::LeftButton);
        auto *menu = part<QMenu>(u"earlier-runs"_s);
        QVERIFY(!menu->isEnabled());
        for (const QString &word : {u"first"_s, u"second"_s, u"third"_s}) {
            type(u"command"_s, u"echo "_s + word);
            QTest::keyClick(m_window.get(), Qt::Key_F5);
            QTRY_COMPARE(output(), word + u'\n');
            QTRY_COMPARE(m_window->state().phase, Phase::Ended);
        }
        QVERIFY(menu->isEnabled());
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().constLast()->trigger(); // the oldest
        QVERIFY(replay() != nullptr);
        QCOMPARE(output(), u"first\n"_s);
        QCOMPARE(part<QLineEdit>(u"command"_s)->text(), u"echo first"_s);
        QVERIFY(part<QLabel>(u"replay-title"_s)->text().startsWith(u"Earlier run: "_s));
        QVERIFY(m_window->windowTitle().contains(u"earlier run"_s));
        picture(u"replay-earlier.png"_s);
        const QString saved = m_temporary.filePath(u"first.nswrec"_s);
        const QSignalSpy succeeded(m_window->recordings(), &Recordings::succeeded);
        QVERIFY(part<QAction>(u"recording-save"_s)->isEnabled());
        m_window->recordings()->saveTo(saved);
        QTRY_COMPARE(succeeded.size(), 1);
        const auto opened = loadRecording(saved);
        QVERIFY(opened && opened->findings.isEmpty());
        QCOMPARE(opened->recording.header.configuration.containers.value(0).command,
                 (QStringList{u"echo"_s, u"first"_s}));
        QCOMPARE(opened->recording.events.size(), replay()->history().events().size());
        // From one to the other, and back to the run of now.
        Q_EMIT menu->aboutToShow();
        menu->actions().constFirst()->trigger();
        QCOMPARE(output(), u"second\n"_s);
        QTest::mouseClick(button(u"replay-close"_s), Qt::LeftButton);
        QCOMPARE(output(), u"third\n"_s);
        // A file in its place can't be saved again.
        menu->actions().constFirst()->trigger();
        m_window->openFile(file());
        QTRY_COMPARE(part<QLabel>(u"replay-title"_s)->text(), u"Recording: red.nswrec"_s);
        QVERIFY(!part<QAction>(u"recording-save"_s)->isEnabled());
    }

    void damageIsTold()
    {
        const QString damaged = m_temporary.filePath(u"cut.nswrec"_s);
        QVERIFY(QFile::exists(damaged) || QFile::copy(file(), damaged));
        QFile cut(damaged);
        QVERIFY(cut.resize(cut.size() * 2 / 3));
        m_window->openFile(damaged);
        QTRY_VERIFY(m_window->message()->isVisible());
        QVERIFY(m_window->message()->text().contains(u"breaks off"_s));
        QCOMPARE(part<QLabel>(u"replay-title"_s)->text(), u"Recording: cut.nswrec"_s);
        QVERIFY(!replay()->history().events().isEmpty());
        picture(u"replay-damaged.png"_s);
        // What can't be opened at all leaves what is shown.
        const QString none = m_temporary.filePath(u"none.nswrec"_s);
        QVERIFY(cut.resize(20) && (QFile::exists(none) || QFile::copy(damaged, none)));
        m_window->openFile(none);
        QTRY_VERIFY(m_window->message()->text().contains(u"was not opened"_s));
        QCOMPARE(part<QLabel>(u"replay-title"_s)->text(), u"Recording: cut.nswrec"_s);
        const QString noise = m_temporary.filePath(u"noise.nswrec"_s);
        QFile other(noise);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("noise") == 5);
        other.close();
        m_window->openFile(noise);
        QTRY_VERIFY(m_window->message()->text().contains(u"This is no recording"_s));
    }
};

QTEST_MAIN(ReplayWindowTest)
#include "tst_replaywindow.moc"
