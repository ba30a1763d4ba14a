// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepsmodel.h"
#include "app/panels/actbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/facetcard.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/panels/stepspanel.h"
#include "app/window/mainwindow.h"
#include "app/window/stepping.h"
#include "core/store/configurationfile.h"
#include "tests/gui/settings.h"
#include "tests/support/containers.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** Step mode in the real window, by keyboard, on a real container. */
class StepWindowTest : public QObject
{
    Q_OBJECT

    static constexpr int kTimeout = 30'000;

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // a dialog may just have closed
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    [[nodiscard]] bool waitForPauseBefore(std::int32_t n) const
    {
        return QTest::qWaitFor([&] { return m_window->state().pausedBefore == std::optional(n); },
                               kTimeout);
    }

    template<class Call>
    [[nodiscard]] std::int32_t numberOf() const
    {
        for (const StepState &one : m_window->steps()->model()->rows()) {
            if (std::holds_alternative<Call>(one.step.operation)) {
                return one.step.n;
            }
        }
        return 0;
    }

    void select(std::int32_t n) const
    {
        QTableView *table = m_window->steps()->table();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, StepsModel::Number);
            if (index.data().toString() == QString::number(n)) {
                table->setCurrentIndex(index);
                return;
            }
        }
    }

    /** The entry of the menu of the current step. */
    void chooseInMenu(const QString &name) const
    {
        QTableView *table = m_window->steps()->table();
        bool isChosen = false;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            auto *action = menu == nullptr ? nullptr : menu->findChild<QAction *>(name);
            isChosen = action != nullptr && action->isEnabled();
            if (isChosen) {
                action->trigger();
            }
            if (menu != nullptr) {
                menu->close();
            }
        });
        const QPoint at = table->visualRect(table->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QApplication::sendEvent(table->viewport(), &event);
        QTRY_VERIFY(isChosen);
    }

    [[nodiscard]] QString changeOn(FacetKind kind) const
    {
        QStringList texts;
        for (const QLabel *label : m_window->cards()->card(kind)->findChildren<QLabel *>()) {
            if (!label->isHidden() && label->text().startsWith(u"▸"_s)) {
                texts << label->text();
            }
        }
        return texts.join(u' ');
    }

    [[nodiscard]] QString outcomeOf(std::int32_t n) const
    {
        const StepsModel *model = m_window->steps()->model();
        return model->index(model->rowOf(n), StepsModel::Outcome).data().toString();
    }

    /** What the window says that follows from the edits; nothing where it can't be seen. */
    [[nodiscard]] QString consequences() const
    {
        const auto *view = m_window->findChild<QWidget *>(u"step-consequences"_s);
        QStringList texts;
        for (const QLabel *label : view->findChildren<QLabel *>()) {
            texts << (label->isVisible() ? label->text() : QString());
        }
        return texts.join(u' ');
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::useOwnSettings(m_temporary, m_artefacts)); }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1400, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        Container container = test::allEight(u"blue"_s);
        container.method = Method::Unshare;
        container.command = QStringList{u"sleep"_s, u"1000"_s};
        const QString path = m_temporary.filePath(u"steps.json"_s);
        QVERIFY(saveConfiguration(path, test::configurationOf(container)));
        m_window->openFile(path);
        QTRY_VERIFY(numberOf<op::Execve>() > 0);
    }

    void cleanup() { m_window.reset(); }

    /** F10 makes one step, and no more; the cards say what it changed. */
    void oneStepAtATime()
    {
        press(Qt::Key_F10);
        QVERIFY(waitForPauseBefore(2));
        QCOMPARE(m_window->steps()->currentStep().value_or(Step{}).n, 2);
        for (std::int32_t n = 2; n <= numberOf<op::Sethostname>(); ++n) {
            QVERIFY(waitForPauseBefore(n));
            const auto made
                = std::ranges::count_if(m_window->state().steps, [](const StepState &one) {
                      return one.outcome.has_value();
                  });
            QCOMPARE(made, n - 1);
            press(Qt::Key_F10);
        }
        const std::int32_t named = numberOf<op::Sethostname>();
        QVERIFY(waitForPauseBefore(named + 1));
        QTRY_VERIFY2(changeOn(FacetKind::Uts).contains(QString::number(named)),
                     qPrintable(changeOn(FacetKind::Uts)));
        QVERIFY2(changeOn(FacetKind::Time).isEmpty(), qPrintable(changeOn(FacetKind::Time)));
        const QAction *terminal = m_window->findChild<QAction *>(u"terminal-inside"_s);
        QVERIFY(terminal->isEnabled()); // in what is made by then
        auto *guide = m_window->findChild<QScrollArea *>(u"step-guide"_s);
        QVERIFY(guide->isVisible());
        QVERIFY(!guide->accessibleDescription().isEmpty());
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"step-mode.png"_s)));
        // Where there is no room beside the table it is below.
        const QTableView *table = m_window->steps()->table();
        const auto isBelow = [&] {
            return guide->mapTo(m_window.get(), QPoint()).y()
                >= table->mapTo(m_window.get(), QPoint(0, table->height())).y();
        };
        QVERIFY(!isBelow());
        m_window->resize(900, 900);
        QTRY_VERIFY(guide->isVisible() && isBelow());
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"step-narrow.png"_s)));
        m_window->resize(1400, 900);
        QTRY_VERIFY(guide->isVisible() && !isBelow());
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->state().pausedBefore
                                     && m_window->state().steps.constLast().outcome.has_value(),
                                 kTimeout);
        QTRY_VERIFY(terminal->isEnabled());
        press(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().exit.has_value(), kTimeout);
    }

    void breakpointHolds()
    {
        const std::int32_t n = numberOf<op::Execve>();
        select(n);
        press(Qt::Key_F9);
        QVERIFY(m_window->steps()
                    ->model()
                    ->index(m_window->steps()->model()->rowOf(n), 0)
                    .data(StepsModel::BreakpointRole)
                    .toBool());
        press(Qt::Key_F5);
        QVERIFY(waitForPauseBefore(n));
        QVERIFY(m_window->stepping()->isPaused());
        QCOMPARE(m_window->findChild<QAction *>(u"start"_s)->iconText(), u"Continue"_s);
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"step-breakpoint.png"_s)));
        press(Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(waitForPauseBefore(2));
    }

    /** A step made wrong stops there, says why, and is put right in the dialog. */
    void failingStepIsPutRight()
    {
        press(Qt::Key_F10);
        QVERIFY(waitForPauseBefore(2));
        const std::int32_t n = numberOf<op::Sethostname>();
        select(n);
        chooseInMenu(u"menu-arguments"_s);
        const auto dialog = [] {
            return qobject_cast<QDialog *>(QApplication::activeModalWidget());
        };
        const auto fillIn = [&](const QString &text) {
            QTRY_VERIFY(dialog() != nullptr);
            auto *field = dialog()->findChild<QLineEdit *>(u"argument-name"_s);
            field->selectAll();
            QTest::keyClicks(field, text);
            QVERIFY(dialog()->grab().save(m_artefacts.filePath(u"step-arguments.png"_s)));
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(dialog() == nullptr);
            QVERIFY2(m_window->message()->isHidden(), qPrintable(m_window->message()->text()));
        };
        fillIn(QString(65, u'x'));
        const auto nameOfStep = [&] {
            const Step step = m_window->state().steps.at(n - 1).step;
            return std::get<op::Sethostname>(step.operation).name;
        };
        QTRY_COMPARE(nameOfStep(), QString(65, u'x'));
        QTRY_COMPARE(outcomeOf(n), u"changed, not yet"_s);
        QTRY_VERIFY(consequences().contains(u"Step %1 is not what"_s.arg(n)));
        press(Qt::Key_F5);
        QVERIFY(waitForPauseBefore(n));
        QTRY_VERIFY(m_window->state().failure() != nullptr);
        // The note of what changed takes its place from no row.
        const FacetCard *card = m_window->cards()->card(FacetKind::Namespaces);
        QTRY_VERIFY(card->height() >= card->minimumSizeHint().height());
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"step-failed.png"_s)));
        select(n);
        chooseInMenu(u"menu-arguments"_s);
        fillIn(u"green"_s);
        QTRY_COMPARE(nameOfStep(), u"green"_s);
        press(Qt::Key_F10);
        QVERIFY(waitForPauseBefore(n + 1));
        QVERIFY(m_window->state().failure() == nullptr);
        QCOMPARE(outcomeOf(n), u"changed, 0"_s);
    }

    void stepIsLeftOut()
    {
        press(Qt::Key_F10);
        QVERIFY(waitForPauseBefore(2));
        const std::int32_t n = numberOf<op::LinkFlags>();
        select(n);
        chooseInMenu(u"menu-skip"_s);
        QTRY_VERIFY(m_window->state().steps.at(n - 1).step.isSkipped);
        QTRY_VERIFY2(consequences().contains(u"stays as it is"_s), qPrintable(consequences()));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"step-left-out.png"_s)));
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().steps.constLast().outcome.has_value(), kTimeout);
        QVERIFY(!m_window->state().steps.at(n - 1).outcome);
        QTRY_COMPARE(outcomeOf(n), u"left out"_s);
        // All that was to be made is made: acts can be done now.
        QTRY_VERIFY(m_window->state().areStepsMade());
        QVERIFY(!m_window->findChild<QAction *>(u"save-with-seen"_s)->isEnabled());
        m_window->cards()->openCard(FacetKind::Uts);
        const auto *acts = m_window->cards()->detail()->acts();
        const auto buttons = acts->findChildren<QToolButton *>();
        QVERIFY(!buttons.isEmpty());
        for (const QToolButton *button : buttons) {
            QTRY_VERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
        }
    }
};

QTEST_MAIN(StepWindowTest)
#include "tst_stepwindow.moc"
