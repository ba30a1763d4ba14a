// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cardspanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/theme.h"
#include "app/window/mainwindow.h"
#include "app/window/picture.h"
#include "app/window/zoom.h"
#include "tests/gui/samplestate.h"

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

QPalette darkPalette()
{
    const QColor window(0x2a, 0x2e, 0x32);
    const QColor text(0xfc, 0xfc, 0xfc);
    QPalette palette(window.lighter(120), window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x84, 0x88));
    }
    palette.setColor(QPalette::PlaceholderText, QColor(0xa0, 0xa4, 0xa8));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, QColor(0x1d, 0x99, 0xf3));
    return palette;
}

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
        const QFont before = QApplication::font();
        const QString style = QApplication::style()->name();
        auto zoomed = std::make_unique<ZoomStyle>(style);
        zoomed->setFactor(2);
        QApplication::setStyle(zoomed.release());
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(twice);
        take(u"large-running.png"_s, {1600, 1000}, sampleRunning(), sampleConfiguration());
        take(u"large-detail.png"_s,
             {1600, 1000},
             sampleRunning(),
             sampleConfiguration(),
             FacetKind::Processes);
        QApplication::setFont(before);
        QApplication::setStyle(style);
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

    void contrast()
    {
        for (const QPalette &palette : {QApplication::palette(), darkPalette()}) {
            const Theme theme(palette);
            for (const Tone tone : {Tone::Normal,
                                    Tone::Muted,
                                    Tone::Isolated,
                                    Tone::Shared,
                                    Tone::Different,
                                    Tone::Error,
                                    Tone::Warning,
                                    Tone::Note}) {
                for (const QColor &ground : {palette.color(QPalette::Window),
                                             palette.color(QPalette::Base),
                                             theme.card(),
                                             theme.surface(Tone::Note),
                                             theme.surface(tone)}) {
                    QVERIFY2(
                        contrastOf(theme.text(tone), ground) >= 4.5,
                        qPrintable(
                            u"tone %1 on %2"_s.arg(static_cast<int>(tone)).arg(ground.name())));
                }
            }
        }
    }
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
