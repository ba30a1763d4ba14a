// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/configurationpanel.h"
#include "app/panels/messagebar.h"
#include "app/window/document.h"
#include "app/window/machines.h"
#include "app/window/mainwindow.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"
#include "core/store/configurationfile.h"
#include "tests/gui/settings.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** The library, files that are dropped, expectations and other machines, in the real window. */
class LibraryWindowTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::useOwnSettings(m_temporary, m_artefacts)); }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1400, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().phase != Phase::Running
                                     && m_window->state().phase != Phase::Stopping,
                                 10'000);
        m_window.reset();
        qunsetenv("NSW_SSH");
    }

    void theLibraryOpensFromTheMenu()
    {
        QAction *chroot = action(u"library-chroot"_s);
        QVERIFY(chroot != nullptr);
        QVERIFY(!chroot->statusTip().isEmpty());
        chroot->trigger();
        QCOMPARE(m_window->document()->configuration().containers.constFirst().name, u"chrooted"_s);
        QVERIFY(m_window->document()->path().isEmpty());
        QVERIFY(!m_window->document()->isModified());
        QVERIFY(m_window->message()->isVisible());
        QVERIFY(m_window->message()->text().contains(u"pivot_root"_s));
        // What the panel does not edit stays.
        QVERIFY(m_window->configurationPanel()->configuration()
                == m_window->document()->configuration());
    }

    void aRunIsHeldAgainstWhatIsExpected()
    {
        action(u"library-uts"_s)->trigger();
        m_window->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->message()->text(), u"Made as expected."_s, 20'000);
    }

    void divergencesAreToldAndMasked()
    {
        action(u"library-uts"_s)->trigger();
        Configuration configuration = m_window->document()->configuration();
        QVERIFY(configuration.expectation);
        configuration.expectation->inside.hostname = u"192.168.7.9"_s;
        m_window->configurationPanel()->setConfiguration(configuration);
        m_window->document()->edit(configuration);
        m_window->masking()->setOn(true);
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->text().contains(u"Not as expected"_s),
                                 20'000);
        const QString text = m_window->message()->text();
        QVERIFY2(text.contains(u"inside.hostname"_s) && !text.contains(u"192.168.7.9"_s)
                     && !text.contains(u"“red”"_s),
                 qPrintable(text));
        m_window->grab().save(m_artefacts.filePath(u"expectation.png"_s));
    }

    void whatWasSeenIsSaved()
    {
        const QString path = m_temporary.filePath(u"seen.nsw.json"_s);
        QVERIFY(saveConfiguration(path, withoutExpectation()));
        m_window->openFile(path);
        QVERIFY(!action(u"save-with-seen"_s)->isEnabled());
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(action(u"save-with-seen"_s)->isEnabled(), 20'000);
        action(u"save-with-seen"_s)->trigger();
        QVERIFY(!m_window->document()->isModified());
        const auto saved = loadConfiguration(path);
        QVERIFY(saved);
        QVERIFY(saved->expectation);
        QCOMPARE(saved->expectation->inside.hostname, u"seen"_s);
    }

    /** Once when all is made, and once more when it is over; then the exit status counts. */
    void theEndIsJudgedToo()
    {
        Configuration configuration = withoutExpectation();
        configuration.containers.first().command = {u"sh"_s, u"-c"_s, u"read x; exit 3"_s};
        configuration.expectation = Expectation{.exit = 0};
        m_window->document()->take(configuration);
        m_window->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->message()->text(), u"Made as expected."_s, 20'000);
        // What is expected now was not when it was started.
        configuration.expectation->exit = 3;
        m_window->document()->edit(configuration);
        m_window->session()->sendInput("\n");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->text().contains(u"Not as expected"_s),
                                 20'000);
        QVERIFY2(m_window->message()->text().contains(u"exit"_s),
                 qPrintable(m_window->message()->text()));
    }

    /** What was seen of one configuration is not saved as what another one comes to. */
    void anotherRunIsNotSaved()
    {
        const Configuration configuration = withoutExpectation();
        m_window->document()->take(configuration);
        m_window->start();
        const QAction *save = action(u"save-with-seen"_s);
        QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), 20'000);
        Configuration other = configuration;
        other.containers.first().namespaces.ipc = NewIpc{};
        m_window->document()->edit(other);
        QVERIFY(!save->isEnabled());
        m_window->document()->edit(configuration);
        QVERIFY(save->isEnabled());
        m_window->document()->take(other);
        QVERIFY(!save->isEnabled());
    }

    void aFileIsDropped()
    {
        const QString path = m_temporary.filePath(u"dropped.nsw.json"_s);
        QVERIFY(saveConfiguration(path, withoutExpectation()));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(drop.isAccepted());
        QCOMPARE(m_window->document()->path(), path);
    }

    void whatIsNoFileIsNotTaken()
    {
        QMimeData text;
        text.setText(u"no file"_s);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    /** By a program that stands for ssh(1) and stays on this machine. */
    void anotherMachine()
    {
        useSsh("for last; do :; done\nexec sh -c \"$last\"\n");
        m_window->machines()->connectTo(url());
        QCOMPARE(m_window->machines()->name(), u"somebody@elsewhere"_s);
        QVERIFY(m_window->windowTitle().contains(u"somebody@elsewhere"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().facet(Side::Outside, FacetKind::Uts) != nullptr,
                                 20'000);
        m_window->document()->edit(withoutExpectation());
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().facet(Side::Inside, FacetKind::Uts) != nullptr,
                                 20'000);
        const Facet *facet = m_window->state().facet(Side::Inside, FacetKind::Uts);
        QCOMPARE(std::get<UtsFacet>(*facet).nodename, u"seen"_s);
        m_window->grab().save(m_artefacts.filePath(u"machine.png"_s));
        m_window->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().phase == Phase::Ended, 20'000);
        m_window->machines()->connectTo({});
        QVERIFY(m_window->machines()->name().isEmpty());
        QVERIFY(!m_window->windowTitle().contains(u"elsewhere"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().facet(Side::Outside, FacetKind::Uts) != nullptr,
                                 20'000);
    }

    void aMachineThatDoesNotAnswer()
    {
        useSsh("echo 'ssh: connect to host elsewhere port 22: Connection refused' >&2; exit 255\n");
        m_window->machines()->connectTo(url());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->text().contains(u"no SSH server answers"_s),
                                 20'000);
        // Nothing begins by itself; Start tries again.
        m_window->document()->edit(withoutExpectation());
        m_window->message()->hide();
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->isVisible(), 20'000);
        QCOMPARE(m_window->state().phase, Phase::Idle);
    }

    void whatNeedsAnAdministratorIsRefusedThere()
    {
        useSsh("for last; do :; done\nexec sh -c \"$last\"\n");
        m_window->machines()->connectTo(url());
        Configuration configuration = withoutExpectation();
        configuration.containers.first().namespaces.user.reset();
        m_window->document()->edit(configuration);
        m_window->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message()->text().contains(u"on another machine"_s),
                                 20'000);
    }

private:
    /** The library's menu is filled when it is opened. */
    [[nodiscard]] QAction *action(const QString &name) const
    {
        auto *library = m_window->findChild<QMenu *>(u"library"_s);
        library->popup(m_window->mapToGlobal(QPoint()));
        library->hide();
        return m_window->findChild<QAction *>(name);
    }

    [[nodiscard]] static Configuration withoutExpectation()
    {
        Configuration configuration;
        Container container;
        container.namespaces.user = NewUser{};
        container.namespaces.uts = NewUts{.hostname = u"seen"_s, .domainname = {}};
        container.command = {u"sleep"_s, u"infinity"_s};
        configuration.containers = {container};
        return configuration;
    }

    [[nodiscard]] static QString url()
    {
        return u"ssh://somebody@elsewhere?supervisor="_s + qEnvironmentVariable("NSW_SUPERVISOR");
    }

    void useSsh(const QByteArray &commands) const
    {
        const QString path = m_temporary.filePath(u"ssh"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + commands);
        file.close();
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("NSW_SSH", path.toLocal8Bit());
    }
};

QTEST_MAIN(LibraryWindowTest)
#include "tst_librarywindow.moc"
