// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/detailmodel.h"
#include "app/panels/askbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/datatable.h"
#include "app/panels/detailpage.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/panels/stepspanel.h"
#include "app/panels/tonelabel.h"
#include "app/window/document.h"
#include "app/window/mainwindow.h"
#include "core/model/operation.h"
#include "tests/gui/settings.h"
#include "tests/support/containers.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#include <signal.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

/** What happens inside while the window is looked at comes to be seen, with nothing pressed. */
class LiveWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void changesAppear();
    void anOrphanIsAdopted();
    void pagesTurnByKeyboard();
    void twoProcessesAreCompared();
    void rowsLeadOn();
    void ownerOfAFile();
    void aTargetThatMovedIsNotJoined();

private:
    void startShell(const QString &onSignal, const QString &before = {});
    [[nodiscard]] pid_t shell() const;
    [[nodiscard]] bool shows(FacetKind kind, const QString &inside) const;
    [[nodiscard]] DetailPage *page(QLatin1StringView id) const;
    [[nodiscard]] bool pageShows(QLatin1StringView id, const QString &text) const;
    void picture(const QString &name) const;

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;
};

void LiveWindowTest::initTestCase()
{
    QVERIFY(test::useOwnSettings(m_temporary, m_artefacts));
}

void LiveWindowTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1500, 950);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void LiveWindowTest::cleanup()
{
    m_window->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->state().phase != Phase::Running
                                 && m_window->state().phase != Phase::Stopping,
                             10'000);
    m_window.reset();
}

/** A shell as PID 1 of all eight namespaces, which does this when it gets SIGUSR1. */
void LiveWindowTest::startShell(const QString &onSignal, const QString &before)
{
    Container container = test::allEight(u"red"_s);
    container.command
        = {u"sh"_s,
           u"-c"_s,
           u"%1 trap '%2' USR1; echo ready; while :; do sleep 0.05; done"_s.arg(before, onSignal)};
    m_window->document()->edit(test::configurationOf(container));
    m_window->start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->state().output.isEmpty(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->state().facet(Side::Inside, FacetKind::Proc) != nullptr,
                             10'000);
}

pid_t LiveWindowTest::shell() const
{
    for (const StepState &step : m_window->state().steps) {
        if (step.outcome && step.outcome->call == op::Clone3::kTag) {
            return static_cast<pid_t>(step.outcome->result);
        }
    }
    return 0;
}

bool LiveWindowTest::shows(FacetKind kind, const QString &inside) const
{
    return std::ranges::any_of(
        m_window->cards()->model(kind)->rows(), [&](const KeyedComparisonRow &row) {
            return QString(row.row.label + u' ' + row.row.inside).contains(inside)
                && !row.row.inside.isEmpty();
        });
}

DetailPage *LiveWindowTest::page(QLatin1StringView id) const
{
    return m_window->cards()->detail()->findChild<DetailPage *>(u"page-"_s + id);
}

bool LiveWindowTest::pageShows(QLatin1StringView id, const QString &text) const
{
    const DetailPage *found = page(id);
    return found != nullptr
        && std::ranges::any_of(found->model()->rows(), [&](const DetailRow &row) {
               return row.cells.join(u' ').contains(text);
           });
}

void LiveWindowTest::picture(const QString &name) const
{
    QApplication::processEvents();
    QVERIFY(m_window->grab().save(m_artefacts.filePath(name)));
}

void LiveWindowTest::changesAppear()
{
    startShell(u"mount -t tmpfs -o size=64k new-one /mnt; hostname changed; "
               "ip addr add 10.1.2.3/24 dev lo; ipcmk -Q >/dev/null; sleep 4321 &"_s);
    QVERIFY(!shows(FacetKind::Uts, u"changed"_s));
    QVERIFY(shell() > 0);
    QCOMPARE(::kill(shell(), SIGUSR1), 0);
    QTRY_VERIFY_WITH_TIMEOUT(shows(FacetKind::Uts, u"changed"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(shows(FacetKind::Mounts, u"/mnt tmpfs"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(shows(FacetKind::Network, u"10.1.2.3/24"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(shows(FacetKind::Processes, u"sleep 4321"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(shows(FacetKind::Ipc, u"Message queue 0x"_s), 20'000);

    m_window->cards()->openCard(FacetKind::Mounts);
    QTRY_VERIFY(pageShows("mounts-inside"_L1, u"new-one"_s));
    QTRY_VERIFY(pageShows("mounts-inside"_L1, u"64.0 KiB"_s));
    QVERIFY(!pageShows("mounts-outside"_L1, u"new-one"_s));
    m_window->cards()->openCard(FacetKind::Processes);
    QTRY_VERIFY(pageShows("process-tree"_L1, u"sleep 4321"_s));
    m_window->cards()->openCard(FacetKind::Ipc);
    QTRY_COMPARE(page("queues"_L1)->model()->rowCount(), 1);
}

/** A process whose parent ends comes under PID 1 of its namespace, and its parent is marked. */
void LiveWindowTest::anOrphanIsAdopted()
{
    startShell(u"kill $parent"_s, u"sh -c 'sleep 7777 & wait' & parent=$!;"_s);
    m_window->cards()->openCard(FacetKind::Processes);
    QTRY_VERIFY_WITH_TIMEOUT(pageShows("process-tree"_L1, u"sleep 7777"_s), 20'000);
    const DetailModel *tree = page("process-tree"_L1)->model();
    const auto place = [&] {
        const auto found = std::ranges::find_if(tree->rows(), [](const DetailRow &row) {
            return row.cells.first() == u"sleep 7777"_s;
        });
        return static_cast<int>(found - tree->rows().cbegin());
    };
    const QString init = QString::number(shell()) + u" sh"_s;
    QVERIFY(!tree->rows().at(place()).cells.contains(init));
    QCOMPARE(::kill(shell(), SIGUSR1), 0);
    QTRY_VERIFY_WITH_TIMEOUT(tree->rows().at(place()).cells.contains(init), 20'000);
    QVERIFY(tree->isMarked(place()));
    picture(u"panel-adopted.png"_s);
}

void LiveWindowTest::pagesTurnByKeyboard()
{
    startShell(u":"_s);
    const QList<std::pair<FacetKind, int>> pages{{FacetKind::Namespaces, 4},
                                                 {FacetKind::Uts, 1},
                                                 {FacetKind::Ipc, 6},
                                                 {FacetKind::Processes, 4},
                                                 {FacetKind::Mounts, 4},
                                                 {FacetKind::Users, 4},
                                                 {FacetKind::Network, 9},
                                                 {FacetKind::Cgroup, 2},
                                                 {FacetKind::Time, 1}};
    FacetDetail *detail = m_window->cards()->detail();
    for (const auto &[kind, count] : pages) {
        m_window->cards()->openCard(kind);
        QCOMPARE(detail->pages()->count(), count);
        for (int i = 0; i < count; ++i) {
            QCOMPARE(detail->pages()->currentIndex(), i);
            QVERIFY(detail->currentRows()->table()->hasFocus());
            picture(u"panel-%1-%2.png"_s.arg(nameOf(kind)).arg(i));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        }
        QCOMPARE(detail->pages()->currentIndex(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(detail->pages()->currentIndex(), count - 1);
    }
}

void LiveWindowTest::twoProcessesAreCompared()
{
    startShell(u":"_s);
    m_window->cards()->openCard(FacetKind::Namespaces);
    QTRY_VERIFY(pageShows("namespaces-of-processes"_L1, QString::number(shell())));
    DetailPage *listing = page("namespaces-of-processes"_L1);
    m_window->cards()->detail()->pages()->setCurrentWidget(listing);
    QTableView *table = listing->rows()->table();
    const auto mark = [&](pid_t pid) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == QString::number(pid)) {
                table->selectionModel()->select(table->model()->index(row, 0),
                                                QItemSelectionModel::Select
                                                    | QItemSelectionModel::Rows);
            }
        }
    };
    table->clearSelection();
    mark(shell());
    auto *sentence = listing->findChild<ToneLabel *>(u"compared"_s);
    QVERIFY(!sentence->isVisible());
    mark(static_cast<pid_t>(QCoreApplication::applicationPid()));
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(u"share: none"_s));
    QVERIFY(sentence->text().contains(u"Mounts"_s));
    picture(u"panel-compare.png"_s);
}

/** From a namespace to the process that keeps it, and from the process to its threads. */
void LiveWindowTest::rowsLeadOn()
{
    startShell(u":"_s);
    CardsPanel *cards = m_window->cards();
    FacetDetail *detail = cards->detail();
    cards->openCard(FacetKind::Namespaces);
    QTRY_VERIFY(pageShows("namespaces-in-use"_L1, QString::number(shell())));
    DetailPage *inUse = page("namespaces-in-use"_L1);
    detail->pages()->setCurrentWidget(inUse);
    inUse->rows()->filter()->setText(QString::number(shell()));
    inUse->rows()->toTable();
    QTest::keyClick(inUse->rows()->table(), Qt::Key_Return);

    QCOMPARE(detail->kind(), FacetKind::Processes);
    DetailPage *tree = page("process-tree"_L1);
    QCOMPARE(detail->pages()->currentWidget(), tree);
    const QModelIndex current = tree->rows()->table()->currentIndex();
    QCOMPARE(current.siblingAtColumn(2).data().toString(), QString::number(shell()));
    QTest::keyClick(tree->rows()->table(), Qt::Key_Return);
    DetailPage *threads = page("threads"_L1);
    QCOMPARE(detail->pages()->currentWidget(), threads);
    QTRY_VERIFY(pageShows("threads"_L1, u"%1 → 1"_s.arg(shell())));
    picture(u"panel-threads.png"_s);
}

/** The shell is root inside, and the file belongs to root outside: nobody inside. */
void LiveWindowTest::ownerOfAFile()
{
    startShell(u":"_s);
    m_window->cards()->openCard(FacetKind::Users);
    QTRY_VERIFY(page("file-owners"_L1) != nullptr);
    DetailPage *files = page("file-owners"_L1);
    m_window->cards()->detail()->pages()->setCurrentWidget(files);
    files->asks()->field()->setFocus();
    QTest::keyClicks(files->asks()->field(), u"/etc/passwd"_s);
    QTest::keyClick(files->asks()->field(), Qt::Key_Return);
    QTRY_VERIFY(pageShows("file-owners"_L1, u"/etc/passwd ≠ differs 0:0 65534:65534"_s));
    // The columns were there before the row that they have to fit.
    const QTableView *table = files->rows()->table();
    constexpr int kInside = 2;
    QCOMPARE_GE(table->columnWidth(kInside),
                static_cast<const QAbstractItemView *>(table)->sizeHintForColumn(kInside));
    picture(u"panel-file-owners.png"_s);
}

/** What is joined is what was looked at when Start was pressed. */
void LiveWindowTest::aTargetThatMovedIsNotJoined()
{
    QProcess target;
    target.start(u"unshare"_s,
                 {u"-Uru"_s,
                  u"sh"_s,
                  u"-c"_s,
                  u"echo ok; read line; exec unshare -u sh -c 'echo moved; exec cat'"_s});
    QVERIFY(target.waitForReadyRead());
    QCOMPARE(target.readLine(), "ok\n"_ba);
    const JoinPid pid{static_cast<std::int32_t>(target.processId())};
    Container container;
    container.name = u"joined"_s;
    container.namespaces.user = Join{pid};
    container.namespaces.uts = Join{pid};
    container.command = {u"sleep"_s, u"infinity"_s};
    m_window->configurationPanel()->setConfiguration(test::configurationOf(container));
    Q_EMIT m_window->configurationPanel()->edited();
    // It was looked at: the plan of before joins nothing.
    const auto joins = [this] {
        const StepsModel *steps = m_window->steps()->model();
        for (int row = 0; row < steps->rowCount(); ++row) {
            if (steps->index(row, StepsModel::Call).data().toString().startsWith("setns"_L1)) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(joins());
    target.write("\n");
    QVERIFY(target.waitForReadyRead());
    QCOMPARE(target.readLine(), "moved\n"_ba);

    m_window->start();
    QTRY_VERIFY(m_window->message()->isVisible());
    QVERIFY2(m_window->message()->text().contains(u"is not the one that was looked at"_s),
             qPrintable(m_window->message()->text()));
    QCOMPARE(m_window->state().phase, Phase::Idle);
    picture(u"window-target-moved.png"_s);
    // Looked at again it is right.
    m_window->start();
    QTRY_COMPARE(m_window->state().phase, Phase::Running);
    m_window->stop();
    QTRY_COMPARE(m_window->state().phase, Phase::Ended);
    target.closeWriteChannel();
    QVERIFY(target.waitForFinished());
}

QTEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
