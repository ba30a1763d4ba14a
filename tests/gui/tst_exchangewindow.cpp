// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/document.h"
#include "app/window/exportdialog.h"
#include "app/window/importdialog.h"
#include "app/window/mainwindow.h"
#include "app/window/masking.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/settings.h"
#include "tests/gui/stillwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** Export and import in the real window, by keyboard. */
class ExchangeWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    template<class Dialog>
    static Dialog *dialog()
    {
        return qobject_cast<Dialog *>(QApplication::activeModalWidget());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::useOwnSettings(m_temporary, m_artefacts)); }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->openFile(u"" NSW_EXAMPLES "/all-eight.json"_s);
        m_window->resize(1200, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void everyFormByKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(dialog<ExportDialog>() != nullptr);
        auto *shown = dialog<ExportDialog>();
        auto *forms = shown->findChild<QListWidget *>(u"export-forms"_s);
        auto *preview = shown->findChild<QPlainTextEdit *>(u"export-preview"_s);
        QTRY_VERIFY(QApplication::focusWidget() == forms);
        QStringList texts;
        for (const ExportFormat format : kExportFormats) {
            QCOMPARE(shown->format(), format);
            QCOMPARE(preview->toPlainText(), shown->exported().text);
            QVERIFY(!texts.contains(preview->toPlainText()));
            texts << preview->toPlainText();
            QVERIFY(!preview->document()->firstBlock().layout()->formats().isEmpty()
                    || format == ExportFormat::Oci); // coloured
            settle();
            QVERIFY(shown->grab().save(
                m_artefacts.filePath(u"export-"_s + nameOf(format) + u".png"_s)));
            QTest::keyClick(forms, Qt::Key_Down);
        }
        auto *copy = shown->findChild<QPushButton *>(u"export-copy"_s);
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        QTRY_COMPARE(QApplication::clipboard()->text(), shown->exported().text);
        const QString path = m_temporary.filePath(u"red-nspawn.sh"_s);
        QVERIFY(shown->saveTo(path));
        QVERIFY(QFileInfo(path).isExecutable());
        QVERIFY(!shown->saveTo(u"/proc/nowhere"_s));
        QTest::keyClick(shown, Qt::Key_Escape);
        QTRY_VERIFY(dialog<ExportDialog>() == nullptr);
    }

    /** The screen has placeholders; what leaves it works, and it is said that it has names. */
    void masksTheScreenOnly()
    {
        Configuration configuration = m_window->document()->configuration();
        configuration.containers.first().command = {u"ping"_s, u"192.168.7.9"_s};
        m_window->document()->take(configuration);
        m_window->masking()->setOn(true);
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(dialog<ExportDialog>() != nullptr);
        auto *shown = dialog<ExportDialog>();
        const auto *preview = shown->findChild<QPlainTextEdit *>(u"export-preview"_s);
        QVERIFY(!preview->toPlainText().contains(u"192.168.7.9"_s));
        auto *copy = shown->findChild<QPushButton *>(u"export-copy"_s);
        const auto *said = shown->findChild<QLabel *>(u"export-said"_s);
        QTest::mouseClick(copy, Qt::LeftButton);
        QTRY_VERIFY(QApplication::clipboard()->text().contains(u"192.168.7.9"_s));
        QVERIFY(said->text().contains(u"masking is for the screen"_s));
        const QString path = m_temporary.filePath(u"masked.sh"_s);
        QVERIFY(shown->saveTo(path));
        QVERIFY(said->text().contains(u"masking is for the screen"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("192.168.7.9"));
        QTest::keyClick(shown, Qt::Key_Escape);
        QTRY_VERIFY(dialog<ExportDialog>() == nullptr);
        m_window->masking()->setOn(false);
    }

    void aCommandIsImported()
    {
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(dialog<ImportDialog>() != nullptr);
        auto *shown = dialog<ImportDialog>();
        auto *accept = shown->findChild<QPushButton *>(u"import-accept"_s);
        auto *text = shown->findChild<QPlainTextEdit *>(u"import-text"_s);
        QVERIFY(!accept->isEnabled());
        text->setFocus();
        QTest::keyClicks(text, u"unshare --bogus"_s);
        QVERIFY(!accept->isEnabled());
        text->selectAll();
        QTest::keyClicks(text, u"unshare -Uru --root / hostname"_s);
        QVERIFY(accept->isEnabled());
        QVERIFY(shown->grab().save(m_artefacts.filePath(u"import.png"_s)));
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY(dialog<ImportDialog>() == nullptr);
        const Container &container = m_window->document()->configuration().containers.first();
        QCOMPARE(container.command, QStringList{u"hostname"_s});
        QCOMPARE(container.namespaces.newKinds(), (QList{NsKind::Uts, NsKind::User}));
    }

    void aFileIsImported()
    {
        ImportDialog shown(m_window.get());
        QFile file(m_temporary.filePath(u"config.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"ociVersion": "1.2.0", "process": {"args": ["id"], "cwd": "/"},
            "linux": {"namespaces": [{"type": "ipc"}]}})");
        file.close();
        QVERIFY(shown.readFile(file.fileName()));
        QVERIFY(shown.configuration().has_value());
        QVERIFY(!shown.readFile(m_temporary.filePath(u"none"_s)));
    }
};

QTEST_MAIN(ExchangeWindowTest)
#include "tst_exchangewindow.moc"
