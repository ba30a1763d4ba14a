// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/kindeditor.h"
#include "app/panels/messagebar.h"
#include "app/panels/privilegeview.h"
#include "app/panels/shellview.h"
#include "app/panels/stepspanel.h"
#include "app/window/document.h"
#include "app/window/mainwindow.h"
#include "app/window/zoom.h"
#include "core/store/configurationfile.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/settings.h"
#include "tests/support/require.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Presses a button of the question that comes up next. */
void answerNext(QMessageBox::StandardButton answer)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, answer] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (box != nullptr && box->button(answer) != nullptr) {
            timer->stop();
            timer->deleteLater();
            QTest::mouseClick(box->button(answer), Qt::LeftButton);
        }
    });
    timer->start(10);
}

QString insideOf(const ComparisonModel *model, const QString &outsideOrInside)
{
    for (const KeyedComparisonRow &row : model->rows()) {
        if (row.row.inside == outsideOrInside) {
            return row.row.inside;
        }
    }
    return {};
}

} // namespace

/** The real window on a real display, with the real supervisor. */
class WindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    template<class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    [[nodiscard]] QCheckBox *tick(NsKind kind) const
    {
        return m_window->configurationPanel()->editor(kind)->checkBox();
    }

    void click(QWidget *widget) const
    {
        m_window->configurationPanel()->ensurePolished();
        QTest::mouseClick(widget, Qt::LeftButton, {}, QPoint(10, widget->height() / 2));
    }

    void type(const QString &field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        QVERIFY2(edit != nullptr, qPrintable(field));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    /** A bare display has no window manager that would hand out the focus. */
    void activate() const
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    [[nodiscard]] Phase phase() const { return m_window->state().phase; }

    [[nodiscard]] bool hasInside(FacetKind kind) const
    {
        return m_window->state().facet(Side::Inside, kind) != nullptr;
    }

    void picture(const QString &name) const
    {
        for (int round = 0; round < 4; ++round) {
            QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QApplication::processEvents();
        }
        QVERIFY(m_window->grab().save(m_artefacts.filePath(name)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(test::useOwnSettings(m_temporary, m_artefacts));
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1500, 950);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        activate();
        QTRY_VERIFY(m_window->state().facet(Side::Outside, FacetKind::Time) != nullptr);
    }

    void cleanup() { m_window.reset(); }

    void outsideIsThereBeforeStart()
    {
        QVERIFY(!hasInside(FacetKind::Uts));
        QTRY_VERIFY(m_window->cards()->model(FacetKind::Uts)->rowCount() > 0);
        const auto *uts
            = std::get_if<UtsFacet>(m_window->state().facet(Side::Outside, FacetKind::Uts));
        QVERIFY(uts != nullptr);
        QCOMPARE(uts->nodename, QSysInfo::machineHostName());
        picture(u"window-before-start.png"_s);
    }

    void tickByMouse()
    {
        auto *shell = m_window->findChild<ShellView *>();
        const QString before = shell->command();
        click(tick(NsKind::Uts));
        QVERIFY(tick(NsKind::Uts)->isChecked());
        QVERIFY(m_window->document()->configuration().containers.constFirst().namespaces.isNew(
            NsKind::Uts));
        QVERIFY(shell->command() != before);
        QVERIFY2(shell->command().contains(u"--uts"_s), qPrintable(shell->command()));
        QVERIFY(m_window->isWindowModified());
        click(tick(NsKind::Uts));
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(shell->command(), before);
    }

    /** From the desktop's side: a pointer and keys that come through the display server. */
    void realPointerAndKeys()
    {
        NSW_REQUIRE(QProcess::execute(u"xdotool"_s, {u"version"_s}) == 0, "needs xdotool");
        const QPoint at
            = tick(NsKind::Ipc)->mapToGlobal(QPoint(10, tick(NsKind::Ipc)->height() / 2));
        QProcess xdotool;
        xdotool.start(
            u"xdotool"_s,
            {u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"1"_s});
        QTRY_VERIFY(tick(NsKind::Ipc)->isChecked());
        QTRY_COMPARE(xdotool.state(), QProcess::NotRunning);
        m_window->activateWindow();
        auto *command = find<QLineEdit>(u"command"_s);
        command->setFocus();
        xdotool.start(u"xdotool"_s, {u"type"_s, u"sleep 1000"_s});
        QTRY_COMPARE(command->text(), u"sleep 1000"_s);
        QTRY_COMPARE(xdotool.state(), QProcess::NotRunning);
    }

    void startReadStop()
    {
        click(tick(NsKind::User));
        click(tick(NsKind::Uts));
        type(u"hostname"_s, u"red"_s);
        type(u"command"_s, u"sleep 1000"_s);
        auto *model = m_window->cards()->model(FacetKind::Uts);
        const QAbstractItemModelTester tester(
            model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester processes(
            m_window->cards()->model(FacetKind::Processes),
            QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(m_window->steps()->model()->rowCount() > 0);
        QCOMPARE(m_window->steps()->model()->index(0, 0).data(StepsModel::ProgressRole).toInt(),
                 int(StepsModel::Pending));

        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(phase(), Phase::Running);
        QTRY_VERIFY(hasInside(FacetKind::Time));
        QTRY_COMPARE(insideOf(model, u"red"_s), u"red"_s);
        QTRY_VERIFY(
            m_window->cards()->card(FacetKind::Uts)->accessibleName().contains(u"isolated"_s));
        QVERIFY(m_window->cards()
                    ->card(FacetKind::Uts)
                    ->accessibleDescription()
                    .contains(u"inside red"_s));
        QVERIFY(
            m_window->cards()->card(FacetKind::Network)->accessibleName().contains(u"shared"_s));
        QVERIFY(m_window->state().failure() == nullptr);

        // What the card says is what the kernel says.
        const auto &steps = m_window->state().steps;
        const auto clone = std::ranges::find_if(steps, [](const StepState &step) {
            return std::holds_alternative<op::Clone3>(step.step.operation);
        });
        QVERIFY(clone != steps.end() && clone->outcome);
        const auto pid = clone->outcome->result; // the steps are others after the next event
        const QString link = QFile::symLinkTarget(u"/proc/%1/ns/uts"_s.arg(pid));
        const FacetSummary summary = summarise(FacetKind::Uts, m_window->state());
        QVERIFY2(link.contains(summary.insideNumber), qPrintable(link));
        QVERIFY(summary.insideNumber != summary.outsideNumber);
        picture(u"window-running.png"_s);

        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE(phase(), Phase::Ended);
        QTRY_VERIFY(!QFile::exists(u"/proc/%1"_s.arg(pid)));
        QVERIFY(find<QAction>(u"start"_s)->isEnabled());
    }

    void startTwice()
    {
        click(tick(NsKind::User));
        for (int run = 0; run < 2; ++run) {
            type(u"command"_s, u"echo run%1"_s.arg(run));
            QTest::keyClick(m_window.get(), Qt::Key_F5);
            QTRY_COMPARE(phase(), Phase::Ended);
            QCOMPARE(m_window->state().exit.value_or(-1), 0);
            QTRY_COMPARE(find<QPlainTextEdit>(u"output"_s)->toPlainText(), u"run%1\n"_s.arg(run));
        }
    }

    void allEight()
    {
        for (const NsKind kind : kAllKinds) {
            click(tick(kind));
            QVERIFY(tick(kind)->isChecked());
        }
        type(u"hostname"_s, u"red"_s);
        type(u"command"_s, u"sleep 1000"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(hasInside(FacetKind::Time));
        QTRY_COMPARE(summarise(FacetKind::Namespaces, m_window->state()).isolatedKinds, 8);
        QTRY_COMPARE(m_window->cards()->card(FacetKind::Namespaces)->accessibleName(),
                     u"Namespaces: all isolated"_s);
        m_window->resize(1600, 1000);
        picture(u"window-all-eight.png"_s);
        m_window->resize(1024, 740);
        picture(u"window-all-eight-small.png"_s);
        m_window->zoom()->setPercent(200);
        m_window->resize(1600, 1000);
        picture(u"window-all-eight-200.png"_s);
        m_window->zoom()->setPercent(100);
        m_window->stop();
        QTRY_COMPARE(phase(), Phase::Ended);
    }

    void aCardOpensAndFilters()
    {
        QTRY_VERIFY(m_window->cards()->model(FacetKind::Mounts)->rowCount() > 5);
        FacetCard *card = m_window->cards()->card(FacetKind::Mounts);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        FacetDetail *detail = m_window->cards()->detail();
        QTRY_VERIFY(detail->isVisible());
        const int all = detail->table()->model()->rowCount();
        QCOMPARE(all, m_window->cards()->model(FacetKind::Mounts)->rowCount());
        auto *filter = find<QLineEdit>(u"detail-filter"_s);
        QTRY_VERIFY(detail->table()->hasFocus());
        QTest::keyClick(detail->table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"/proc"_s);
        QTRY_VERIFY(detail->table()->model()->rowCount() < all);
        QVERIFY(detail->table()->model()->rowCount() > 0);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(detail->table()->model()->rowCount(), all);
        QTest::keyClick(detail->table(), Qt::Key_Escape);
        QTRY_VERIFY(!detail->isVisible());
        QTRY_VERIFY(card->hasFocus());
    }

    /** Every control is reached by Tab alone, and ticks by Space. */
    void keyboardAlone()
    {
        find<QLineEdit>(u"title"_s)->setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 300; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            if (reached.contains(focus)) {
                break;
            }
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (const NsKind kind : kAllKinds) {
            QVERIFY2(reached.contains(tick(kind)), infoOf(kind).flagName.data());
        }
        for (const FacetKind kind : kCardFacets) {
            QVERIFY2(reached.contains(m_window->cards()->card(kind)), nameOf(kind).data());
        }
        for (const QString &name : {u"command"_s,
                                    u"method"_s,
                                    u"directory"_s,
                                    u"environment"_s,
                                    u"shell-command"_s,
                                    u"copy-shell-command"_s,
                                    u"steps-filter"_s,
                                    u"steps-table"_s}) {
            QVERIFY2(reached.contains(find<QWidget>(name)), qPrintable(name));
        }
        for (QWidget *widget : std::as_const(reached)) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(
                !widget->accessibleName().isEmpty()
                    || (button != nullptr && !button->text().isEmpty())
                    || widget->inherits("QTabBar"),
                qPrintable(u"%1 %2 has no accessible name"_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
        tick(NsKind::Network)->setFocus();
        QTest::keyClick(tick(NsKind::Network), Qt::Key_Space);
        QVERIFY(tick(NsKind::Network)->isChecked());
    }

    void editorKeepsEverything()
    {
        Configuration configuration = sampleConfiguration();
        Container &container = configuration.containers.first();
        container.method = Method::Unshare;
        container.command = {u"sh"_s, u"-c"_s, u"echo \"a b\""_s, QString()};
        container.workingDirectory = u"/tmp"_s;
        container.environment = {{u"PS1"_s, u"red# "_s}};
        container.namespaces.network = Join{JoinPath{u"/run/netns/blue"_s}};
        container.namespaces.ipc = Join{JoinPid{4711}};
        NewMount mount;
        mount.propagation = Propagation::Slave;
        mount.mounts = {{.type = MountType::Bind,
                         .source = u"/etc"_s,
                         .target = u"/mnt"_s,
                         .options = {u"ro"_s, u"nosuid"_s}},
                        {.type = MountType::Overlay,
                         .source = {},
                         .target = u"/srv"_s,
                         .options = {u"noexec"_s},
                         .lower = {u"/a"_s, u"/b"_s},
                         .upper = u"/mnt/up"_s,
                         .work = u"/mnt/work"_s}};
        container.namespaces.mount = mount;
        container.namespaces.time
            = NewTime{.monotonicOffset = -5, .boottimeOffset = 9007199254740993};
        m_window->configurationPanel()->setConfiguration(configuration);
        QCOMPARE(m_window->configurationPanel()->configuration(), configuration);
    }

    /** Its fields are there when it is wanted, and each says what is the matter with it. */
    void aCableIsLaid()
    {
        click(tick(NsKind::User));
        click(tick(NsKind::Network));
        auto *peer = m_window->findChild<QLineEdit *>(u"veth.peer"_s);
        auto *cable = m_window->findChild<QCheckBox *>(u"veth"_s);
        QVERIFY(peer != nullptr && cable != nullptr);
        QVERIFY(!peer->isVisible());
        click(cable);
        QVERIFY(peer->isVisible());
        const auto veth = [this] {
            return newOptions(m_window->document()
                                  ->configuration()
                                  .containers.constFirst()
                                  .namespaces.network)
                ->veth;
        };
        QCOMPARE(veth(),
                 std::optional(Veth{.name = u"eth0"_s,
                                    .peer = u"nsw-veth"_s,
                                    .address = u"192.0.2.2/24"_s,
                                    .peerAddress = u"192.0.2.1/24"_s}));
        type(u"veth.peer"_s, u"lo"_s);
        type(u"veth.address"_s, QString());
        QCOMPARE(veth()->peer, u"lo"_s);
        QCOMPARE(veth()->address, std::optional<QString>());
        const auto *findings = peer->parentWidget()->findChild<FindingsView *>();
        QVERIFY(findings != nullptr);
        QTRY_VERIFY(findings->isVisible());
        click(cable);
        QVERIFY(!veth());
        QVERIFY(!peer->isVisible());
    }

    void saveAndReopen()
    {
        const QString path = m_temporary.filePath(u"red.json"_s);
        click(tick(NsKind::User));
        click(tick(NsKind::Uts));
        type(u"hostname"_s, u"red"_s);
        const Configuration made = m_window->document()->configuration();
        QVERIFY(m_window->document()->save(path).has_value());
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(m_window->windowTitle().startsWith(u"red.json"_s));
        type(u"hostname"_s, u"blue"_s);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->document()->startNew();
        QVERIFY(m_window->document()->configuration() != made);
        m_window->openFile(path);
        Configuration expected = made;
        std::get<NewUts>(*expected.containers.first().namespaces.uts).hostname = u"blue"_s;
        QCOMPARE(m_window->document()->configuration(), expected);
        QCOMPARE(m_window->configurationPanel()->configuration(), expected);
        QVERIFY(QSettings().value(u"recentFiles"_s).toStringList().contains(path));
    }

    void unsavedChangesAreGuarded()
    {
        click(tick(NsKind::Uts));
        answerNext(QMessageBox::Cancel);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(tick(NsKind::Uts)->isChecked());
        answerNext(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        activate();
        answerNext(QMessageBox::Discard);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!tick(NsKind::Uts)->isChecked());
        QVERIFY(!m_window->isWindowModified());
    }

    void closingWhileRunningAsks()
    {
        click(tick(NsKind::User));
        QVERIFY(m_window->document()->save(m_temporary.filePath(u"running.json"_s)).has_value());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(phase(), Phase::Running);
        answerNext(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QCOMPARE(phase(), Phase::Running);
        answerNext(QMessageBox::Close);
        QVERIFY(m_window->close());
    }

    void badFileIsNamed()
    {
        const QString path = m_temporary.filePath(u"bad.json"_s);
        const QByteArray text
            = R"({"version": 1, "containers": [{"name": "red", "namespaces": {"uts": {"new": {"hostname": 7}}}}]})";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        m_window->openFile(path);
        QTRY_VERIFY(m_window->message()->isVisible());
        QVERIFY2(m_window->message()->text().contains(u"hostname"_s),
                 qPrintable(m_window->message()->text()));
        picture(u"window-bad-file.png"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void findingAtItsField()
    {
        click(tick(NsKind::User));
        click(tick(NsKind::Uts));
        type(u"hostname"_s, QString(65, u'x'));
        const auto shown = [this] {
            for (FindingsView *view : m_window->configurationPanel()
                                          ->editor(NsKind::Uts)
                                          ->findChildren<FindingsView *>()) {
                if (!view->findings().isEmpty() && view->isVisible()) {
                    return view->findings().constFirst().severity == Severity::Error;
                }
            }
            return false;
        };
        QTRY_VERIFY(shown());
        picture(u"window-finding.png"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_window->message()->isVisible());
        QVERIFY(phase() != Phase::Running);
    }

    void rootIsAskedForInWordsFirst()
    {
        NSW_REQUIRE(geteuid() != 0, "root needs no administrator");
        click(tick(NsKind::Uts));
        type(u"command"_s, u"true"_s);
        QTRY_VERIFY(find<QPushButton>(u"add-user-namespace"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_window->message()->isVisible());
        QVERIFY(phase() != Phase::Running);
        picture(u"window-rights.png"_s);
        auto *rootless = find<QPushButton>(u"choice-rootless"_s);
        QVERIFY(rootless != nullptr);
        QTest::keyClick(rootless, Qt::Key_Space);
        QTRY_COMPARE(phase(), Phase::Ended);
        QVERIFY(tick(NsKind::User)->isChecked());
        QCOMPARE(m_window->state().exit.value_or(-1), 0);
    }

    void zoomIsRemembered()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTRY_COMPARE(m_window->zoom()->percent(), 110);
        QCOMPARE(QSettings().value(u"zoom"_s).toInt(), 110);
        m_window->zoom()->setPercent(1000);
        QCOMPARE(m_window->zoom()->percent(), 300);
        m_window->zoom()->setPercent(100);
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
