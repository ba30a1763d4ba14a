// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/panels/palettes.h"
#include "app/panels/stepspanel.h"
#include "app/text/about.h"
#include "app/text/words.h"
#include "app/window/appearance.h"
#include "app/window/exports.h"
#include "app/window/masking.h"
#include "app/window/projector.h"
#include "app/window/zoom.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/stillwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSplitter>
#include <QSvgRenderer>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolTip>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Of the sample: what an audience is not to read. */
QStringList privateNames()
{
    return {u"tuxedo"_s, u"192.168.1.20"_s, u"192.168.1.1"_s, u"fe80::5054"_s, u"alice"_s};
}

SessionState privateState()
{
    SessionState state = sampleRunning();
    auto &processes
        = std::get<ProcessesFacet>(*state.facets.at({Side::Outside, FacetKind::Processes}));
    processes.processes.first().command = u"/home/alice/bin/editor tuxedo 192.168.1.20"_s;
    reduce(state,
           OutputEvent{.container = u"red"_s, .stream = Stream::Stdout, .text = "alice@tux"});
    return state;
}

QStringList textsOf(const QAbstractItemModel *model)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
        }
    }
    return texts;
}

/** All that the window says, on the screen, in its tables and to a screen reader. */
QString allTexts(const MainWindow &window)
{
    QStringList texts{window.windowTitle()};
    for (const FacetKind kind : kCardFacets) {
        texts << textsOf(window.cards()->model(kind));
    }
    texts << textsOf(window.steps()->model());
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip()
              << widget->property("text").toString() << widget->property("plainText").toString();
    }
    return texts.join(u'\n');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** Projector, masks, themes, sizes, and what is taken home: pictures, reports, explanations. */
class PeopleTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;

    [[nodiscard]] QString file(const QString &name) const { return m_temporary.filePath(name); }

    static void activate(QWidget *window)
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }

    static void trigger(const MainWindow *window, const QString &name)
    {
        auto *action = window->findChild<QAction *>(name);
        QVERIFY2(action != nullptr, qPrintable(name));
        action->trigger();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"nsworkbench-test"_s);
        QCoreApplication::setApplicationName(u"people-test"_s);
        QVERIFY(m_temporary.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, file(u"settings"_s));
        qputenv("USER", "alice");
    }

    void init() { QSettings().clear(); }

    void projectorByKey()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        activate(window.get());
        const int before = QApplication::font().pointSize();
        QTest::keyClick(window.get(), Qt::Key_F11);
        QVERIFY(window->projector()->isOn());
        QVERIFY(window->isFullScreen());
        QVERIFY(!window->configurationPanel()->isVisible());
        QVERIFY(!window->menuBar()->isVisible());
        QVERIFY(!window->findChild<QToolBar *>()->isVisible());
        QVERIFY(window->cards()->isVisible() && window->steps()->isVisible());
        QVERIFY(window->projector()->wayOut()->isVisible());
        QVERIFY(QApplication::font().pointSize() > before);
        QVERIFY(isHighContrast(QApplication::palette()));
        // Cards and steps alone: no tabs, no search, no buttons to act.
        QVERIFY(!window->steps()->findChild<QTabBar *>()->isVisible());
        window->cards()->openCard(FacetKind::Mounts);
        QVERIFY(!window->cards()->detail()->acts()->isVisible());
        window->cards()->closeCard();

        // Shortcuts live although their menus are hidden.
        QTest::keyClick(window.get(), Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(window->steps()->table()->hasFocus());
        // Esc is first for what is inside: the card, then the projector.
        window->cards()->openCard(FacetKind::Mounts);
        QTest::keyClick(window->cards()->detail()->table(), Qt::Key_Escape);
        QVERIFY(!window->cards()->detail()->isVisible());
        QVERIFY(window->projector()->isOn());
        window->steps()->showSteps();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window->projector()->isOn());
        QVERIFY(!window->isFullScreen());
        QVERIFY(window->configurationPanel()->isVisible() && window->menuBar()->isVisible());
        QVERIFY(!window->projector()->wayOut()->isVisible());
        QCOMPARE(QApplication::font().pointSize(), before);
        QVERIFY(window->steps()->findChild<QTabBar *>()->isVisible());
        QVERIFY(!isHighContrast(QApplication::palette()));
    }

    void projectorByButton()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        window->projector()->setOn(true);
        QTest::mouseClick(window->projector()->wayOut(), Qt::LeftButton);
        QVERIFY(!window->projector()->isOn());
    }

    /** From the back of a room a line is to be a thirty-sixth of the screen at least. */
    void projectorType()
    {
        const auto window = stillWindow({1024, 768}, sampleRunning());
        window->projector()->setOn(true);
        window->setWindowState(Qt::WindowNoState);
        for (const QSize &size : {QSize(1024, 768), QSize(1500, 900)}) {
            window->resize(size);
            settle();
            QVERIFY(QFontMetrics(QApplication::font()).height() >= size.height() / 36 - 1);
        }
        // It has a zoom of its own.
        window->zoom()->step(+1);
        QCOMPARE(window->zoom()->percent(), 110);
        window->projector()->setOn(false);
        QCOMPARE(window->zoom()->percent(), 100);
    }

    void masked()
    {
        const auto window = stillWindow({1500, 950}, privateState());
        const QString open = allTexts(*window);
        for (const QString &name : privateNames()) {
            QVERIFY2(open.contains(name), qPrintable(name));
        }
        window->masking()->setOn(true);
        SessionState state = privateState();
        // The rest of a name that was half written.
        reduce(state,
               OutputEvent{.container = u"red"_s, .stream = Stream::Stdout, .text = "edo:~$ \n"});
        window->showStill(sampleConfiguration(), state);
        const QString hidden = allTexts(*window);
        for (const QString &name : privateNames()) {
            QVERIFY2(!hidden.contains(name), qPrintable(name));
        }
        // Who runs the tests has a number too.
        QVERIFY(hidden.contains(QRegularExpression(u"/home/user-\\d+/bin/editor host-"_s)));
        QVERIFY(window->findChild<QPlainTextEdit *>(u"output"_s)
                    ->toPlainText()
                    .contains(QRegularExpression(u"user-\\d+@host-"_s)));

        // What differs still does, and is the same everywhere.
        const auto *uts = window->cards()->model(FacetKind::Uts);
        QCOMPARE(uts->rows().constFirst().row.difference, Difference::Different);
        QVERIFY(uts->rows().constFirst().row.outside != uts->rows().constFirst().row.inside);

        // So is what leaves the window.
        window->cards()->openCard(FacetKind::Network);
        QTableView *table = window->cards()->detail()->table();
        table->selectAll();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(window->exports()->saveReport(file(u"masked.html"_s)));
        QVERIFY(window->exports()->saveReport(file(u"masked.md"_s)));
        const QString taken = QApplication::clipboard()->text()
            + QString::fromUtf8(contentOf(file(u"masked.html"_s))
                                + contentOf(file(u"masked.md"_s)));
        QVERIFY(taken.contains(u"192.0.2.1"_s));
        for (const QString &name : privateNames()) {
            QVERIFY2(!taken.contains(name), qPrintable(name));
        }
        window->masking()->setOn(false);
        QVERIFY(allTexts(*window).contains(u"tuxedo"_s));
    }

    void themeIsRemembered()
    {
        {
            const MainWindow window;
            QCOMPARE(window.appearance()->scheme(), Appearance::Scheme::Desktop);
            for (const bool dark : {true, false}) {
                trigger(&window, dark ? u"theme-dark"_s : u"theme-light"_s);
                QCOMPARE(isDark(QApplication::palette()), dark);
                window.projector()->setOn(true);
                QCOMPARE(isDark(QApplication::palette()), dark);
                window.projector()->setOn(false);
                QCOMPARE(isDark(QApplication::palette()), dark);
            }
            trigger(&window, u"theme-dark"_s);
        }
        const MainWindow window;
        QCOMPARE(window.appearance()->scheme(), Appearance::Scheme::Dark);
        QVERIFY(isDark(QApplication::palette()));
        QVERIFY(window.findChild<QAction *>(u"theme-dark"_s)->isChecked());
    }

    void zoomEverywhere()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        const double before = window->font().pointSizeF();
        for (const int percent : {50, 200, 300}) {
            window->zoom()->setPercent(percent);
            settle();
            const double wanted = before * percent / 100;
            auto *menu = window->menuBar()->actions().constFirst()->menu();
            QDialog dialog(window.get());
            for (const QWidget *widget : {static_cast<QWidget *>(menu),
                                          static_cast<QWidget *>(window->menuBar()),
                                          static_cast<QWidget *>(window->steps()->table()),
                                          static_cast<QWidget *>(&dialog)}) {
                widget->ensurePolished();
                QVERIFY2(qAbs(widget->font().pointSizeF() - wanted) < 0.5,
                         widget->metaObject()->className());
            }
            QVERIFY(qAbs(QToolTip::font().pointSizeF() - wanted) < 0.5);
        }
        window->zoom()->setPercent(10);
        QCOMPARE(window->zoom()->percent(), 50);
        trigger(window.get(), u"zoom-natural"_s);
        QCOMPARE(window->zoom()->percent(), 100);
        settle();
        QCOMPARE(window->font().pointSizeF(), before);
    }

    void layoutIsRememberedAndReset()
    {
        QList<int> sizes;
        {
            MainWindow window;
            window.resize(1300, 800);
            window.show();
            settle();
            auto *sides = qobject_cast<QSplitter *>(window.centralWidget());
            sides->setSizes({600, 700});
            window.masking()->setOn(true);
            sizes = sides->sizes();
            QVERIFY(window.close());
        }
        MainWindow window;
        window.show();
        settle();
        QCOMPARE(window.size(), QSize(1300, 800));
        auto *sides = qobject_cast<QSplitter *>(window.centralWidget());
        QCOMPARE(sides->sizes(), sizes);
        QVERIFY(window.masking()->isOn());
        window.zoom()->setPercent(150);
        trigger(&window, u"theme-dark"_s);
        trigger(&window, u"reset-layout"_s);
        settle();
        QCOMPARE(window.zoom()->percent(), 100);
        QCOMPARE(window.appearance()->scheme(), Appearance::Scheme::Desktop);
        QVERIFY(sides->sizes().constFirst() < sizes.constFirst());
        // A reset of looks is no reason to show what was hidden.
        QVERIFY(window.masking()->isOn());
    }

    void pictures()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        Exports *exports = window->exports();
        QVERIFY(exports->saveWindow(file(u"window.png"_s)));
        QCOMPARE(QImage(file(u"window.png"_s)).size(), window->size() * window->devicePixelRatio());
        QVERIFY(exports->saveWindow(file(u"window.svg"_s)));
        const QSvgRenderer drawing(file(u"window.svg"_s));
        QVERIFY(drawing.isValid());
        QCOMPARE(drawing.viewBox().size(), window->size());
        // Text stays text.
        QVERIFY(contentOf(file(u"window.svg"_s)).contains("Hostname"));

        window->cards()->openCard(FacetKind::Mounts);
        settle();
        QVERIFY(exports->savePanel(file(u"panel.png"_s)));
        QCOMPARE(QImage(file(u"panel.png"_s)).size(),
                 window->cards()->detail()->size() * window->devicePixelRatio());
        window->cards()->closeCard();
        settle();
        // All cards, also those that one would have to scroll to.
        QVERIFY(exports->savePanel(file(u"cards.png"_s)));
        QCOMPARE(QImage(file(u"cards.png"_s)).height(),
                 qRound(window->cards()->page()->height() * window->devicePixelRatio()));
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        const QString path = file(u"no/such/folder/report.html"_s);
        QVERIFY(!window->exports()->saveReport(path));
        QVERIFY(window->message()->isVisible());
        QVERIFY(window->message()->text().contains(u"report.html"_s));
    }

    void reports()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        QVERIFY(window->exports()->saveReport(file(u"report.md"_s)));
        const QByteArray markdown = contentOf(file(u"report.md"_s));
        QVERIFY(markdown.startsWith("# Red, on its own"));
        QVERIFY(markdown.contains("| Hostname | tuxedo | ≠ differs | red |"));
        QVERIFY(window->exports()->saveReport(file(u"report.html"_s)));
        const QByteArray page = contentOf(file(u"report.html"_s));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(!page.contains("<link") && !page.contains("src="));
    }

    void everyPanelExplainsItself()
    {
        const auto window = stillWindow({1500, 950}, sampleRunning());
        activate(window.get());
        QSet<QString> texts;
        for (const FacetKind kind : kCardFacets) {
            const FacetExplanation about = explanationOf(kind);
            for (const QString &text : {about.isolates, about.keeps, about.since}) {
                QVERIFY(!text.isEmpty());
            }
            QVERIFY(about.manPages.size() >= 2);
            texts << about.isolates << about.keeps;
            window->cards()->openCard(kind);
            QTest::keyClick(window->cards()->detail()->table(), Qt::Key_F1);
            auto *page = window->findChild<QDialog *>(u"help-page"_s);
            QTRY_VERIFY(page != nullptr && page->isVisible());
            const QString shown = page->findChild<QTextBrowser *>()->toPlainText();
            QVERIFY(shown.contains(words::facetName(kind)));
            QVERIFY(shown.contains(about.keeps));
            QVERIFY(shown.contains(u"man 7"_s));
            delete page;
            activate(window.get());
        }
        QCOMPARE(texts.size(), 2 * std::ssize(kCardFacets));
        auto *button = window->findChild<QWidget *>(u"detail-explain"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(window->findChild<QDialog *>(u"help-page"_s) != nullptr);
    }
};

QTEST_MAIN(PeopleTest)
#include "tst_people.moc"
