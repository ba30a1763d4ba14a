// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/detailmodel.h"
#include "app/models/tableproxy.h"
#include "app/panels/cardspanel.h"
#include "app/panels/datatable.h"
#include "app/panels/detailpage.h"
#include "app/panels/facetdetail.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/stillwindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QStringList &announced()
{
    static QStringList messages;
    return messages;
}

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Announcement) {
        announced() << static_cast<QAccessibleAnnouncementEvent *>(event)->message();
    }
}

} // namespace

/** Trees in the window, folded by mouse, keys and menu. */
class TreesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    std::unique_ptr<MainWindow> m_window;
    QTableView *m_tree = nullptr;

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_tree->model()->rowCount(); ++row) {
            names << m_tree->model()->index(row, 0).data(CopyRole).toString();
        }
        return names;
    }

    [[nodiscard]] int rowOf(const QString &name) const
    {
        return static_cast<int>(names().indexOf(name));
    }

    [[nodiscard]] QString shown(const QString &name) const
    {
        return m_tree->model()->index(rowOf(name), 0).data().toString();
    }

    void goTo(const QString &name) const
    {
        m_tree->setCurrentIndex(m_tree->model()->index(rowOf(name), 0));
        m_tree->scrollTo(m_tree->currentIndex());
    }

    /** On the sign, which stands at the end of what is before the name. */
    void clickSign(const QString &name) const
    {
        const QModelIndex index = m_tree->model()->index(rowOf(name), 0);
        m_tree->scrollTo(index);
        const QRect cell = m_tree->visualRect(index);
        const QString before = shown(name).section(name, 0, 0).chopped(1);
        const int at = m_tree->fontMetrics().horizontalAdvance(before) - 1;
        QTest::mouseClick(
            m_tree->viewport(), Qt::LeftButton, {}, {cell.left() + at, cell.center().y()});
    }

    void choose(const QString &entry) const
    {
        QTest::keyClick(m_tree, Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        auto *action = menu->findChild<QAction *>(entry);
        QVERIFY(action != nullptr && action->isEnabled());
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    }

    /** A tree like that of a machine: 1 → 100 → 110 → 111 and 112; 1 → 200. */
    static SessionState processes(const QList<std::pair<int, int>> &pidsAndParents)
    {
        SessionState state = sampleOutside();
        ProcessesFacet facet;
        for (const auto &[pid, parent] : pidsAndParents) {
            facet.processes << Process{.pids = {pid},
                                       .parent = parent,
                                       .name = u"p%1"_s.arg(pid),
                                       .command = u"p%1"_s.arg(pid),
                                       .state = u"S"_s,
                                       .uid = 0,
                                       .threads = 1};
        }
        reduce(state,
               FacetEvent{.container = u"red"_s,
                          .side = Side::Outside,
                          .kind = FacetKind::Processes,
                          .facet = Facet(facet)});
        return state;
    }

    void open(FacetKind kind, QLatin1StringView page)
    {
        m_window->cards()->openCard(kind);
        DetailPage *found = m_window->cards()->detail()->page(page);
        QVERIFY(found != nullptr);
        auto *pages = m_window->cards()->detail()->findChild<QTabWidget *>(u"detail-pages"_s);
        pages->setCurrentWidget(found);
        m_tree = found->rows()->table();
        found->rows()->toTable();
        QTRY_VERIFY(m_tree->hasFocus());
    }

    void picture(const QString &name) const
    {
        settle();
        const QString folder = qEnvironmentVariable("NSW_ARTEFACTS");
        if (!folder.isEmpty()) {
            QVERIFY(m_window->grab().save(folder + u'/' + name));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"nsworkbench-test"_s);
        QCoreApplication::setApplicationName(u"trees-test"_s);
        QVERIFY(m_temporary.isValid());
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, m_temporary.filePath(u"settings"_s));
    }

    void init()
    {
        m_window = stillWindow({1500, 950}, sampleRunning());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->cards()->setState(
            processes({{1, 0}, {100, 1}, {110, 100}, {111, 110}, {112, 110}, {200, 1}}));
        open(FacetKind::Processes, "process-tree"_L1);
        QCOMPARE(names(),
                 (QStringList{u"p1"_s, u"p100"_s, u"p110"_s, u"p111"_s, u"p112"_s, u"p200"_s}));
    }

    void cleanup() { m_window.reset(); }

    void byMouse()
    {
        goTo(u"p111"_s);
        clickSign(u"p100"_s);
        QCOMPARE(names(), (QStringList{u"p1"_s, u"p100"_s, u"p200"_s}));
        QVERIFY2(shown(u"p100"_s).endsWith(u"p100 (+3)"_s), qPrintable(shown(u"p100"_s)));
        // What was chosen went, so that it is now what hides it.
        QCOMPARE(m_tree->currentIndex().row(), rowOf(u"p100"_s));
        picture(u"tree-folded.png"_s);
        clickSign(u"p100"_s);
        QCOMPARE(names().size(), 6);
        // Right of the sign a click chooses, and nothing else.
        const QRect cell = m_tree->visualRect(m_tree->model()->index(1, 0));
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(names().size(), 6);
        QCOMPARE(m_tree->currentIndex().row(), 1);
        picture(u"tree-unfolded.png"_s);
    }

    void byKeys()
    {
        goTo(u"p112"_s);
        QTest::keyClick(m_tree, Qt::Key_Left); // it has nothing below it: to its parent
        QCOMPARE(m_tree->currentIndex().row(), rowOf(u"p110"_s));
        QTest::keyClick(m_tree, Qt::Key_Left);
        QCOMPARE(rowOf(u"p111"_s), -1);
        QTest::keyClick(m_tree, Qt::Key_Left);
        QCOMPARE(m_tree->currentIndex().row(), rowOf(u"p100"_s));
        QTest::keyClick(m_tree, Qt::Key_Left);
        QCOMPARE(names(), (QStringList{u"p1"_s, u"p100"_s, u"p200"_s}));
        QTest::keyClick(m_tree, Qt::Key_Right);
        QCOMPARE(names(), (QStringList{u"p1"_s, u"p100"_s, u"p110"_s, u"p200"_s}));
        QTest::keyClick(m_tree, Qt::Key_Right); // it is unfolded: to the next cell
        QCOMPARE(m_tree->currentIndex().column(), 1);
        QTest::keyClick(m_tree, Qt::Key_Left);
        QCOMPARE(m_tree->currentIndex().column(), 0);
        QCOMPARE(names().size(), 4);
        QTest::keyClick(m_tree, Qt::Key_Asterisk, Qt::ShiftModifier);
        QCOMPARE(names().size(), 6);
        QVERIFY(m_tree->hasFocus()); // and not the search
    }

    void byMenu()
    {
        goTo(u"p110"_s);
        choose(u"fold-row"_s);
        QCOMPARE(names().size(), 4);
        choose(u"unfold-row"_s);
        QCOMPARE(names().size(), 6);
        choose(u"fold-all"_s);
        QCOMPARE(names(), QStringList{u"p1"_s});
        QCOMPARE(m_tree->currentIndex().row(), 0);
        choose(u"unfold-all"_s);
        QCOMPARE(names().size(), 6);
    }

    /** What is folded stays so while others come and go, and while it is a list for a while. */
    void staysFolded()
    {
        const QAbstractItemModelTester tester(
            m_tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        goTo(u"p110"_s);
        QTest::keyClick(m_tree, Qt::Key_Left);
        m_window->cards()->setState(
            processes({{1, 0}, {90, 1}, {100, 1}, {110, 100}, {113, 110}, {114, 113}, {200, 1}}));
        QCOMPARE(names(), (QStringList{u"p1"_s, u"p90"_s, u"p100"_s, u"p110"_s, u"p200"_s}));
        QVERIFY(shown(u"p110"_s).endsWith(u"(+2)"_s));
        QCOMPARE(m_tree->currentIndex().row(), rowOf(u"p110"_s));
        m_tree->sortByColumn(2, Qt::DescendingOrder); // PID outside
        QCOMPARE(names().first(), u"p200"_s);
        QCOMPARE(names().size(), 7);
        QCOMPARE(shown(u"p110"_s), u"p110"_s);
        m_tree->sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(names().size(), 5);
        QTest::keyClick(m_tree, Qt::Key_P);
        QTest::keyClicks(QApplication::focusWidget(), u"114"_s);
        QCOMPARE(names(), QStringList{u"p114"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(names().size(), 5);
        // The folded one ends, and what is below it is adopted.
        m_window->cards()->setState(
            processes({{1, 0}, {90, 1}, {100, 1}, {113, 1}, {114, 113}, {200, 1}}));
        QCOMPARE(names(),
                 (QStringList{u"p1"_s, u"p90"_s, u"p100"_s, u"p113"_s, u"p114"_s, u"p200"_s}));
        // Another panel leads to a row that is folded away.
        goTo(u"p1"_s);
        QTest::keyClick(m_tree, Qt::Key_Left);
        QCOMPARE(names().size(), 1);
        m_window->cards()->detail()->showProcess(114);
        QCOMPARE(m_tree->currentIndex().row(), rowOf(u"p114"_s));
        QVERIFY(rowOf(u"p114"_s) > 0);
    }

    void isSpoken()
    {
        QAccessible::setActive(true);
        const auto before = QAccessible::installUpdateHandler(hear);
        goTo(u"p100"_s);
        announced().clear();
        QTest::keyClick(m_tree, Qt::Key_Left);
        QAccessible::installUpdateHandler(before);
        QCOMPARE(announced(), QStringList{u"p100, folded, 3 below"_s});
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_tree);
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        const auto spoken = [table](int row) {
            return table->tableInterface()->cellAt(row, 0)->text(QAccessible::Name);
        };
        QCOMPARE(spoken(1), u"p100, folded, 3 below"_s);
        QCOMPARE(spoken(0), u"p1, unfolded, 5 below"_s);
        QCOMPARE(spoken(2), u"p200"_s);
    }

    void mountsFoldToo()
    {
        m_window = stillWindow({1500, 950}, sampleRunning());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open(FacetKind::Mounts, "mounts-inside"_L1);
        const qsizetype all = names().size();
        goTo(u"/"_s);
        QTest::keyClick(m_tree, Qt::Key_Left);
        QVERIFY2(names().size() < all, qPrintable(names().join(u' ')));
        clickSign(u"/"_s);
        QCOMPARE(names().size(), all);
    }
};

QTEST_MAIN(TreesTest)
#include "tst_trees.moc"
