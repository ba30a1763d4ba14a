// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tablemodel.h"
#include "app/models/tableproxy.h"
#include "app/panels/cardspanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/rowstable.h"
#include "app/panels/stepspanel.h"
#include "app/window/mainwindow.h"
#include "tests/gui/samplestate.h"
#include "tests/support/require.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

/** Opens the menu by that key, and chooses in it, and in what it opens, by name. */
void choose(QWidget *widget, const QString &action, const QString &submenu = {})
{
    QTest::keyClick(widget, Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QMenu *within = menu;
    for (QAction *entry : menu->actions()) {
        if (!submenu.isEmpty() && entry->menu() != nullptr && entry->text() == submenu) {
            within = entry->menu();
            menu->setActiveAction(entry);
            QTest::keyClick(menu, Qt::Key_Right);
            QTRY_VERIFY(within->isVisible());
        }
    }
    for (QAction *entry : within->actions() + menu->actions()) {
        if (entry->objectName() == action) {
            within->setActiveAction(entry);
            QTest::keyClick(within, Qt::Key_Return);
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
            return;
        }
    }
    menu->close();
    QFAIL(qPrintable(u"no entry "_s + action));
}

} // namespace

/** Tables in the window, by mouse and keys. */
class TablesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] FacetDetail *detail() const { return m_window->cards()->detail(); }
    [[nodiscard]] QTableView *table() const { return detail()->table(); }
    [[nodiscard]] QLineEdit *filter() const { return detail()->rows()->filter(); }
    [[nodiscard]] ComparisonModel *processes() const
    {
        return m_window->cards()->model(FacetKind::Processes);
    }

    void clickHeader(int column) const
    {
        QHeaderView *header = table()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + (header->sectionSize(column) / 3),
                        header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }

    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }

    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            texts << cell(row, column);
        }
        return texts;
    }

    /** The machine outside, with this change to its processes. */
    void show(const std::function<void(QList<Process> &)> &change) const
    {
        SessionState state = sampleOutside();
        auto facet = std::get<ProcessesFacet>(*state.facet(Side::Outside, FacetKind::Processes));
        change(facet.processes);
        reduce(state,
               FacetEvent{.container = u"red"_s,
                          .side = Side::Outside,
                          .kind = FacetKind::Processes,
                          .facet = Facet(facet)});
        m_window->cards()->setState(state);
    }

    void makeWindow()
    {
        m_window = std::make_unique<MainWindow>(MainWindow::Mode::Still);
        m_window->showStill(sampleConfiguration(), sampleRunning());
        for (ColumnMemory *columns : m_window->findChildren<ColumnMemory *>()) {
            columns->start();
        }
        m_window->resize(1500, 950);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->cards()->openCard(FacetKind::Processes);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"nsworkbench-test"_s);
        QCoreApplication::setApplicationName(u"nsworkbench-tables-test"_s);
        QVERIFY(m_temporary.isValid());
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_temporary.filePath(u"settings"_s));
    }

    void init()
    {
        QSettings().clear();
        makeWindow();
    }

    void cleanup() { m_window.reset(); }

    void sortsByItsHeaders()
    {
        const QStringList original = column(ComparisonModel::Outside);
        clickHeader(ComparisonModel::Outside);
        QCOMPARE(cell(0, ComparisonModel::Outside), u"PID 1"_s);
        QCOMPARE(cell(1, ComparisonModel::Outside), u"PID 812"_s);
        QCOMPARE(cell(2, ComparisonModel::Outside), u"PID 1200"_s);
        clickHeader(ComparisonModel::Outside);
        QCOMPARE(cell(0, ComparisonModel::Outside), u"PID 4715"_s);
        clickHeader(ComparisonModel::Outside);
        QCOMPARE(column(ComparisonModel::Outside), original);
    }

    void sortsByKeys()
    {
        const QStringList original = column(ComparisonModel::Outside);
        choose(table(), u"sort-1"_s, u"&Sort by"_s);
        QCOMPARE(cell(1, ComparisonModel::Outside), u"PID 812"_s);
        choose(table(), u"sort-1"_s, u"&Sort by"_s);
        QCOMPARE(cell(0, ComparisonModel::Outside), u"PID 4715"_s);
        choose(table(), u"sort--1"_s, u"&Sort by"_s);
        QCOMPARE(column(ComparisonModel::Outside), original);
    }

    void filtersByKeys()
    {
        QVERIFY(table()->hasFocus());
        const int all = table()->model()->rowCount();
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(filter()->hasFocus());
        QTest::keyClicks(filter(), u"DBUS"_s);
        QCOMPARE(table()->model()->rowCount(), 1);
        const auto *count = m_window->findChild<QLabel *>(u"detail-count"_s);
        QCOMPARE(count->text(), u"1 of %1"_s.arg(all));
        QTest::keyClick(filter(), Qt::Key_Escape);
        QVERIFY(filter()->text().isEmpty());
        QVERIFY(table()->hasFocus());
        QVERIFY(detail()->isVisible());
        QCOMPARE(count->text(), u"%1 of %1"_s.arg(all));
        // A letter typed in the table searches, too; Esc in the table closes.
        QTest::keyClick(table(), Qt::Key_D);
        QVERIFY(filter()->hasFocus());
        QCOMPARE(filter()->text(), u"d"_s);
        QTest::keyClick(filter(), Qt::Key_Escape);
        QTest::keyClick(table(), Qt::Key_Escape);
        QTRY_VERIFY(!detail()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(m_window->steps()->rows()->filter()->hasFocus());
        QTest::keyClicks(m_window->steps()->rows()->filter(), u"clone3"_s);
        QCOMPARE(m_window->steps()->table()->model()->rowCount(), 1);
    }

    void copies()
    {
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(),
                 u"sh\tPID 4711\t≠ differs\tPID 1\nsleep 1000\tPID 4715\t≠ differs\tPID 2"_s);
        choose(table(), u"copy-markdown"_s);
        QVERIFY2(clipboardText().startsWith(u"| What | Outside | Difference | Inside |\n| ---"_s),
                 qPrintable(clipboardText()));
        choose(table(), u"copy-csv"_s);
        QCOMPARE(clipboardText().section(u"\r\n"_s, 0, 1),
                 u"What,Outside,Difference,Inside\r\nsh,PID 4711,≠ differs,PID 1"_s);
        choose(table(), u"copy-cell"_s);
        QVERIFY(clipboardText().startsWith(u"sleep"_s));
        // As they stand: another order, and one not there.
        table()->horizontalHeader()->moveSection(3, 0);
        detail()->rows()->columns()->setShown(ComparisonModel::Mark, false);
        choose(table(), u"copy-rows"_s);
        QCOMPARE(clipboardText().section(u'\n', 0, 0), u"PID 1\tsh\tPID 4711"_s);
    }

    void columnsAreRemembered()
    {
        QHeaderView *header = table()->horizontalHeader();
        const int before = header->sectionSize(ComparisonModel::Label);
        const int edge = header->sectionViewportPosition(ComparisonModel::Outside) - 1;
        const QPoint from(edge, header->height() / 2);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(header->viewport(), from + QPoint(30, 0));
        QTest::mouseMove(header->viewport(), from + QPoint(60, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, from + QPoint(60, 0));
        const int wide = header->sectionSize(ComparisonModel::Label);
        QVERIFY2(wide > before + 40, qPrintable(QString::number(wide - before)));
        table()->setCurrentIndex(table()->model()->index(0, ComparisonModel::Inside));
        QTest::keyClick(table(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        choose(table(), u"move-column-left"_s, u"C&olumns"_s);
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 1);
        choose(table(), u"show-column-2"_s, u"C&olumns"_s);
        QVERIFY(header->isSectionHidden(ComparisonModel::Mark));

        makeWindow();
        header = table()->horizontalHeader();
        QVERIFY(std::abs(header->sectionSize(ComparisonModel::Label) - wide) <= 1);
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 1);
        QVERIFY(header->isSectionHidden(ComparisonModel::Mark));
        // Each table has its own.
        m_window->cards()->openCard(FacetKind::Mounts);
        QVERIFY(!header->isSectionHidden(ComparisonModel::Mark));
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 3);
        m_window->cards()->openCard(FacetKind::Processes);
        QVERIFY(header->isSectionHidden(ComparisonModel::Mark));

        choose(table(), u"reset-columns"_s, u"C&olumns"_s);
        QVERIFY(!header->isSectionHidden(ComparisonModel::Mark));
        QCOMPARE(header->visualIndex(ComparisonModel::Inside), 3);
        QCOMPARE(header->sectionSize(ComparisonModel::Label), before);
        makeWindow();
        QCOMPARE(table()->horizontalHeader()->sectionSize(ComparisonModel::Label), before);
    }

    void oneColumnStays()
    {
        ColumnMemory *columns = detail()->rows()->columns();
        for (const int column : columns->shownColumns()) {
            columns->setShown(column, false);
        }
        QCOMPARE(columns->shownColumns().size(), 1);
        QMenu menu;
        columns->fillMenu(&menu);
        QVERIFY(!menu.actions().at(columns->shownColumns().constFirst())->isEnabled());
    }

    void brokenSettingsDoNoHarm()
    {
        m_window.reset();
        QSettings settings;
        settings.setValue(u"tables/facet-processes/widths"_s, QStringList{u"-5"_s, u"nan"_s});
        settings.setValue(u"tables/facet-processes/order"_s, QStringList{u"0"_s, u"0"_s, u"7"_s});
        settings.setValue(u"tables/facet-processes/hidden"_s,
                          QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"99"_s});
        settings.sync();
        makeWindow();
        QCOMPARE(detail()->rows()->columns()->shownColumns().size(), 1);
        QVERIFY(table()->columnWidth(ComparisonModel::Inside) > 50);
    }

    void staysWhereItIs()
    {
        show([](QList<Process> & /*all*/) { });
        const QAbstractItemModelTester tester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        clickHeader(ComparisonModel::Outside);
        const int chosen = 40;
        const QString name = cell(chosen, ComparisonModel::Outside);
        table()->setCurrentIndex(table()->model()->index(chosen, ComparisonModel::Outside));
        table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtTop);
        const QString top = table()->indexAt({0, 0}).siblingAtColumn(1).data().toString();
        QVERIFY(table()->verticalScrollBar()->value() > 0);
        show([](QList<Process> &all) {
            all.removeIf([](const Process &process) { return process.pids.constFirst() == 1203; });
            Process added = all.constLast();
            for (int pid = 900; pid < 905; ++pid) {
                added.pids = {pid};
                all.prepend(added);
            }
            all.last().command = u"/usr/lib/other"_s;
        });
        QCoreApplication::processEvents();
        QCOMPARE(table()->currentIndex().siblingAtColumn(1).data().toString(), name);
        QCOMPARE(table()->currentIndex().row(), chosen + 4);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table()->indexAt({0, 0}).siblingAtColumn(1).data().toString(), top);
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(),
                 int(ComparisonModel::Outside));
        QCOMPARE(cell(2, ComparisonModel::Outside), u"PID 900"_s);
    }

    /** The mark is to be seen, and goes by itself. */
    void whatChangedIsMarked()
    {
        show([](QList<Process> & /*all*/) { });
        filter()->setText(u"dbus"_s);
        QTRY_VERIFY(!table()->model()->index(0, 0).data(ChangedRole).toBool());
        QTest::qWait(50);
        const QImage before = table()->viewport()->grab().toImage();
        show([](QList<Process> &all) { all[1].command += u" --dbus"_s; });
        QVERIFY(table()->model()->index(0, ComparisonModel::Label).data(ChangedRole).toBool());
        QVERIFY(!table()->model()->index(0, ComparisonModel::Outside).data(ChangedRole).toBool());
        QTest::qWait(50);
        const QImage marked = table()->viewport()->grab().toImage();
        const QPoint corner
            = table()->visualRect(table()->model()->index(0, 0)).topLeft() + QPoint(1, 1);
        QVERIFY(marked.pixelColor(corner) != before.pixelColor(corner));
        QTRY_VERIFY_WITH_TIMEOUT(
            !table()->model()->index(0, ComparisonModel::Label).data(ChangedRole).toBool(), 4000);
        QTest::qWait(50);
        QCOMPARE(table()->viewport()->grab().toImage().pixelColor(corner),
                 before.pixelColor(corner));
    }

    /** Through the display server, where a platform makes a wish for a menu of its own of a key. */
    void realMenuKeys()
    {
        NSW_REQUIRE(QProcess::execute(u"xdotool"_s, {u"version"_s}) == 0, "needs xdotool");
        for (const QString &key : {u"Menu"_s, u"shift+F10"_s}) {
            QTRY_VERIFY(table()->hasFocus());
            QProcess xdotool;
            xdotool.start(u"xdotool"_s, {u"key"_s, key});
            QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
            QTRY_COMPARE(xdotool.state(), QProcess::NotRunning);
            QTest::qWait(100);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        }
        QVERIFY(detail()->isVisible());
    }

    void copiesFromAForm()
    {
        auto *form = m_window->findChild<RowsTable *>();
        QVERIFY(form != nullptr);
        QTableView *lines = form->table();
        lines->setFocus();
        lines->selectAll();
        QTest::keyClick(lines, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"tmpfs\t\t/mnt\t"_s);
        choose(lines, u"copy-csv"_s);
        QCOMPARE(clipboardText(), u"Type,Source,Target,Options\r\ntmpfs,,/mnt,\r\n"_s);
    }

    /** What is wrong with what is typed is said at every key, not first at Enter. */
    void aFormFollowsTheKeys()
    {
        auto *form = m_window->findChild<RowsTable *>();
        QTableView *lines = form->table();
        lines->setFocus();
        const QModelIndex target = lines->model()->index(0, 2);
        QCOMPARE(target.data().toString(), u"/mnt"_s);
        lines->setCurrentIndex(target);
        QTest::keyClick(lines, Qt::Key_F2);
        auto *editor = lines->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, u"srv"_s);
        QCOMPARE(target.data().toString(), u"srv"_s); // no path, which is said while it stands
        QCOMPARE(editor->text(), u"srv"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(lines->findChild<QLineEdit *>() == nullptr);
        QCOMPARE(target.data().toString(), u"/mnt"_s);
    }

    void headerHasAMenu()
    {
        QHeaderView *header = table()->horizontalHeader();
        const QPoint at(20, header->height() / 2);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, header->mapToGlobal(at));
        QApplication::sendEvent(header->viewport(), &event);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QCOMPARE(menu->actions().constFirst()->text(), u"What"_s);
        menu->setActiveAction(menu->actions().constFirst());
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(header->isSectionHidden(ComparisonModel::Label));
    }
};

QTEST_MAIN(TablesTest)
#include "tst_tables.moc"
