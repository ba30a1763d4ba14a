// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepsmodel.h"
#include "app/panels/cardspanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/window/mainwindow.h"
#include "core/store/configurationfile.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/settings.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** Acts in the real window, by keyboard, on a real container. */
class ActsWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString hostname(Side side) const
    {
        const Facet *facet = m_window->state().facet(side, FacetKind::Uts);
        return facet == nullptr ? QString() : std::get<UtsFacet>(*facet).nodename;
    }

    [[nodiscard]] QToolButton *button(const QString &id) const
    {
        return m_window->findChild<QToolButton *>(id);
    }

    static QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }

    void startContainer()
    {
        Configuration configuration;
        configuration.version = Configuration::kVersion;
        configuration.name = u"acts"_s;
        Container container;
        container.name = u"acts"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.uts = NewUts{.hostname = u"before"_s, .domainname = {}};
        container.namespaces.ipc = NewIpc{};
        container.command = QStringList{u"sleep"_s, u"1000"_s};
        configuration.containers = {container};
        const QString path = m_temporary.filePath(u"acts.json"_s);
        QVERIFY(saveConfiguration(path, configuration));
        m_window->openFile(path);
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(hostname(Side::Inside) == u"before"_s, 30'000);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::useOwnSettings(m_temporary, m_artefacts)); }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void nothingToActOn()
    {
        m_window->cards()->openCard(FacetKind::Uts);
        QVERIFY(!button(u"set-hostname"_s)->isEnabled());
        QVERIFY(!button(u"set-hostname"_s)->toolTip().isEmpty());
        m_window->cards()->openCard(FacetKind::Time);
        QVERIFY(button(u"set-hostname"_s) == nullptr);
    }

    void hostnameByKeyboard()
    {
        startContainer();
        const QString outside = hostname(Side::Outside);
        m_window->cards()->openCard(FacetKind::Uts);
        QToolButton *change = button(u"set-hostname"_s);
        QTRY_VERIFY(change->isEnabled());
        change->setFocus();
        QTest::keyClick(change, Qt::Key_Space);
        QTRY_VERIFY(dialog() != nullptr);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
        auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QCOMPARE(name->text(), u"before"_s);
        QTest::keyClicks(name, QString(65, u'x'));
        auto *perform = dialog()->findChild<QPushButton *>(u"do"_s);
        QVERIFY(!perform->isEnabled()); // 65 bytes are one too many
        QVERIFY(dialog()->grab().save(m_artefacts.filePath(u"act-finding.png"_s)));
        name->selectAll();
        QTest::keyClicks(name, u"after"_s);
        QVERIFY(perform->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(dialog() == nullptr);
        QTRY_VERIFY2(m_window->state().lastAct.has_value(), "asked");
        QVERIFY2(!m_window->state().lastAct->error, qPrintable(m_window->message()->text()));
        QTRY_COMPARE(hostname(Side::Inside), u"after"_s);
        QCOMPARE(hostname(Side::Outside), outside);
        QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"after"_s));
        const auto has = [this](const QString &text) {
            return std::ranges::any_of(
                m_window->cards()->model(FacetKind::Uts)->rows(),
                [&](const KeyedComparisonRow &row) { return row.row.inside == text; });
        };
        QTRY_VERIFY(has(u"after"_s));
        QTRY_COMPARE(m_window->state().steps.constLast().step.operation,
                     Operation(op::Sethostname{u"after"_s}));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"act-hostname.png"_s)));
    }

    void everyFormIsReadyForTheKeyboard()
    {
        startContainer();
        const QMap<FacetKind, QStringList> acts{
            {FacetKind::Uts, {u"set-hostname"_s, u"set-domainname"_s}},
            {FacetKind::Ipc, {u"create-ipc"_s, u"remove-ipc"_s}},
            {FacetKind::Processes, {u"send-signal"_s, u"start-command"_s}},
            {FacetKind::Mounts, {u"mount"_s, u"unmount"_s}},
            {FacetKind::Network, {u"switch-link"_s, u"add-address"_s}}};
        for (auto it = acts.cbegin(); it != acts.cend(); ++it) {
            m_window->cards()->openCard(it.key());
            for (const QString &id : it.value()) {
                QVERIFY2(button(id) != nullptr && !button(id)->text().isEmpty(), qPrintable(id));
                QTRY_VERIFY(button(id)->isEnabled());
                QTest::mouseClick(button(id), Qt::LeftButton);
                QTRY_VERIFY2(dialog() != nullptr, qPrintable(id));
                QTRY_VERIFY(QApplication::focusWidget() != nullptr
                            && dialog()->isAncestorOf(QApplication::focusWidget()));
                QVERIFY2(!QApplication::focusWidget()->accessibleName().isEmpty(), qPrintable(id));
                QVERIFY(dialog()->findChild<QPushButton *>(u"do"_s)->isDefault());
                QVERIFY(dialog()->grab().save(m_artefacts.filePath(u"form-"_s + id + u".png"_s)));
                QTest::keyClick(dialog(), Qt::Key_Escape);
                QTRY_VERIFY(dialog() == nullptr);
            }
        }
    }

    void fromTheMenuOfARow()
    {
        startContainer();
        m_window->cards()->openCard(FacetKind::Ipc);
        QTRY_VERIFY(button(u"create-ipc"_s)->isEnabled());
        QTableView *table = m_window->cards()->detail()->table();
        QTest::keyClick(table, Qt::Key_Menu);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        auto *create = menu->findChild<QAction *>(u"menu-create-ipc"_s);
        QVERIFY(create != nullptr);
        menu->setActiveAction(create);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(dialog() != nullptr);
        QVERIFY(dialog()->grab().save(m_artefacts.filePath(u"act-ipc.png"_s)));
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY([this] {
            const Facet *facet = m_window->state().facet(Side::Inside, FacetKind::Ipc);
            return facet != nullptr && std::get<IpcFacet>(*facet).messageQueues.size() == 1;
        }());
    }

    void aRefusalIsSaid()
    {
        startContainer();
        // The mount namespace is the one outside.
        m_window->cards()->openCard(FacetKind::Mounts);
        QTRY_VERIFY(button(u"mount"_s)->isEnabled());
        QTest::mouseClick(button(u"mount"_s), Qt::LeftButton);
        QTRY_VERIFY(dialog() != nullptr);
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->message()->isVisible());
        QVERIFY(m_window->message()->text().contains(u"mount"_s));
        QVERIFY(m_window->grab().save(m_artefacts.filePath(u"act-refused.png"_s)));
    }
};

QTEST_MAIN(ActsWindowTest)
#include "tst_actswindow.moc"
