// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cardspanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/palettes.h"
#include "app/window/appearance.h"
#include "app/window/mainwindow.h"
#include "app/window/picture.h"
#include "app/window/projector.h"
#include "app/window/zoom.h"
#include "tests/gui/samplestate.h"
#include "tests/gui/stillwindow.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QStyle>
#include <QTableView>
#include <QTest>
#include <QTranslator>

#include <functional>
#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Filtered and sorted, and just changed: the inside has come. */
void changed(MainWindow &window)
{
    DataTable *rows = window.cards()->detail()->rows();
    rows->table()->selectRow(2);
    rows->filter()->setText(u"e"_s);
    rows->table()->sortByColumn(ComparisonModel::Label, Qt::DescendingOrder);
    window.showStill(sampleConfiguration(), sampleRunning());
    rows->filter()->setText(u"-number 122"_s);
}

} // namespace

/** The window as pictures, to be looked at; and what can be checked of looks without an eye. */
class PicturesTest : public QObject
{
    Q_OBJECT

    QDir m_folder;

    void take(const QString &name,
              QSize size,
              const SessionState &state,
              const Configuration &configuration,
              std::optional<FacetKind> open = {},
              const std::function<void(MainWindow &)> &prepare = {})
    {
        MainWindow window(MainWindow::Mode::Still);
        window.setAttribute(Qt::WA_DontShowOnScreen);
        window.showStill(configuration, state);
        window.resize(size);
        window.show();
        if (open) {
            window.cards()->openCard(*open);
        }
        if (prepare) {
            prepare(window);
        }
        for (int round = 0; round < 4; ++round) {
            QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QApplication::processEvents();
        }
        const QPixmap picture = window.grab();
        QCOMPARE(picture.size(), size);
        QVERIFY(picture.save(m_folder.filePath(name)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString artefacts
            = qEnvironmentVariable("NSW_ARTEFACTS", QDir::currentPath() + u"/artefacts"_s);
        QVERIFY(QDir().mkpath(artefacts));
        m_folder.setPath(artefacts);
    }

    void light()
    {
        Configuration empty;
        empty.containers.append(Container{});
        take(u"light-empty.png"_s, {1600, 1000}, sampleOutside(), empty);
        take(u"light-running.png"_s, {1600, 1000}, sampleRunning(), sampleConfiguration());
        take(u"light-failed.png"_s, {1600, 1000}, sampleFailed(), sampleConfiguration());
        take(u"light-detail.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             FacetKind::Processes);
        take(u"light-changed.png"_s,
             {1600, 1000},
             sampleOutside(),
             sampleConfiguration(),
             FacetKind::Processes,
             changed);
        take(u"light-small.png"_s, {1024, 768}, sampleRunning(), sampleConfiguration());
    }

    void dark()
    {
        const QPalette before = QApplication::palette();
        QApplication::setPalette(darkPalette());
        take(u"dark-running.png"_s, {1600, 1000}, sampleRunning(), sampleConfiguration());
        take(u"dark-detail.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             FacetKind::Processes);
        take(u"dark-failed.png"_s, {1024, 768}, sampleFailed(), sampleConfiguration());
        QApplication::setPalette(before);
    }

    void large()
    {
        const auto twice = [](MainWindow &window) {
            const QSize size = window.size();
            window.zoom()->setPercent(200);
            window.resize(size);
        };
        take(u"large-running.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             {},
             twice);
        take(u"large-detail.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             FacetKind::Processes,
             twice);
    }

    void chinese()
    {
        QTranslator words;
        QVERIFY(words.load(u":/i18n/nsworkbench_zh_CN.qm"_s));
        QVERIFY(QApplication::installTranslator(&words));
        take(u"chinese-running.png"_s, {1600, 1000}, sampleRunning(), sampleConfiguration());
        take(u"chinese-detail.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             FacetKind::Processes);
        take(u"chinese-failed.png"_s, {1024, 768}, sampleFailed(), sampleConfiguration());
    }

    void pictureOfTheProgram()
    {
        const QString path = m_folder.filePath(u"picture.png"_s);
        QVERIFY(saveWindowPicture(sampleConfiguration(), sampleRunning(), path));
        QCOMPARE(QImage(path).size(), QSize(1600, 1000));
    }

    void panels_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("look");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const QString &look : {u"light"_s, u"dark"_s, u"room"_s, u"large"_s}) {
                QTest::newRow(qPrintable(language + u'-' + look)) << language << look;
            }
        }
    }

    /** Every panel in every look, in both languages. */
    void panels()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, look);
        const Speaking words(language);
        const QSize size = look == u"room"_s ? QSize(1024, 768) : QSize(1600, 1000);
        const auto window = stillWindow(size, sampleRunning());
        window->appearance()->setScheme(look == u"dark"_s ? Appearance::Scheme::Dark
                                                          : Appearance::Scheme::Light);
        window->projector()->setOn(look == u"room"_s);
        window->setWindowState(Qt::WindowNoState);
        window->zoom()->setPercent(look == u"large"_s ? 200 : 100);
        window->resize(size);
        const auto keep = [&](const QString &name) {
            settle();
            QVERIFY(window->grab().save(
                m_folder.filePath(u"panel-%1-%2-%3.png"_s.arg(look, language, name))));
        };
        if (look == u"large"_s || (language == u"zh_CN"_s && look == u"dark"_s)) {
            lookEverywhere(*window, keep);
            return;
        }
        keep(u"cards"_s);
        for (const FacetKind kind : kCardFacets) {
            window->cards()->openCard(kind);
            keep(nameOf(kind));
        }
    }
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
