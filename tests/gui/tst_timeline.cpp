// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/detailmodel.h"
#include "app/models/seriesmodel.h"
#include "app/models/stepcostsmodel.h"
#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/datatable.h"
#include "app/panels/detailpage.h"
#include "app/panels/facetdetail.h"
#include "app/panels/kindeditor.h"
#include "app/panels/momentstrip.h"
#include "app/panels/stepspanel.h"
#include "app/window/mainwindow.h"
#include "app/window/zoom.h"
#include "tests/gui/settings.h"

#include <QAbstractAxis>
#include <QApplication>
#include <QBarSet>
#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHorizontalStackedBarSeries>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <memory>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

QString columnOf(const ComparisonModel *model, int column)
{
    return model->rowCount() > 0 ? model->index(0, column).data().toString() : QString();
}

/** All that is written in a picture. */
QString textIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader reader(&file);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters) {
            text += reader.text();
        }
    }
    return reader.hasError() ? QString() : text;
}

} // namespace

/** Moments and charts in the real window, with a real container. */
class TimelineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QDir m_artefacts;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] MomentStrip *strip() const { return m_window->moments(); }
    [[nodiscard]] MomentSlider *slider() const { return strip()->shown(); }

    [[nodiscard]] QString headline() const
    {
        return m_window->findChild<QLabel *>(u"headline"_s)->text();
    }

    [[nodiscard]] ComparisonModel *names() const
    {
        return m_window->cards()->model(FacetKind::Uts);
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
    void initTestCase() { QVERIFY(test::useOwnSettings(m_temporary, m_artefacts)); }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1500, 950);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->state().facet(Side::Outside, FacetKind::Time) != nullptr);
        for (const NsKind kind : {NsKind::User, NsKind::Uts, NsKind::Pid}) {
            m_window->configurationPanel()->editor(kind)->checkBox()->setChecked(true);
        }
        for (const auto &[field, text] :
             {std::pair(u"hostname"_s, u"red"_s), std::pair(u"command"_s, u"sleep 1000"_s)}) {
            auto *edit = m_window->findChild<QLineEdit *>(field);
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(columnOf(names(), ComparisonModel::Inside), u"red"_s);
        QTRY_VERIFY(m_window->state().facet(Side::Inside, FacetKind::Time) != nullptr);
        QTRY_VERIFY(strip()->isVisible());
    }

    void cleanup()
    {
        m_window->stop();
        QTRY_COMPARE(m_window->state().phase, Phase::Ended);
        m_window.reset();
    }

    void theBarsAreTheSteps()
    {
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);
        QTRY_VERIFY(m_window->charts()->isVisible());
        const StepsChart *chart = m_window->charts()->steps();
        QTRY_VERIFY(std::ranges::all_of(m_window->state().steps, [](const StepState &step) {
            return step.outcome.has_value();
        }));
        const QList<StepState> steps = m_window->state().steps;
        const QList<QBarSet *> sets = chart->bars()->barSets();
        QCOMPARE(sets.size(), static_cast<qsizetype>(kAllCostParts.size()));
        QVERIFY(!steps.isEmpty());
        QTRY_COMPARE(sets.constFirst()->count(), steps.size());
        for (qsizetype i = 0; i < steps.size(); ++i) {
            double length = 0;
            for (const QBarSet *set : sets) {
                QCOMPARE(set->count(), steps.size());
                length += set->at(static_cast<int>(steps.size() - 1 - i));
            }
            QVERIFY(steps.at(i).outcome);
            QCOMPARE(length, static_cast<double>(steps.at(i).outcome->durationUs));
        }
        QCOMPARE(chart->rows()->table()->model()->rowCount(), static_cast<int>(steps.size()));
        const auto *view = m_window->findChild<QWidget *>(u"chart-steps-chart"_s);
        QCOMPARE(view->accessibleDescription(), spokenCosts(costsOf(steps)));
        QVERIFY(!view->accessibleName().isEmpty());
        picture(u"charts-steps.png"_s);
    }

    void processesAreDrawnForBothSides()
    {
        SeriesChart *chart = m_window->charts()->overTime().constFirst();
        m_window->steps()->showPage(m_window->charts());
        m_window->charts()->showPage(chart);
        QTRY_COMPARE(chart->series().size(), 2);
        QCOMPARE(chart->chart()->series().size(), 2);
        const auto *inside = std::get_if<ProcessesFacet>(
            m_window->state().facet(Side::Inside, FacetKind::Processes));
        QVERIFY(inside != nullptr);
        QCOMPARE(chart->series().at(1).points.constLast().value,
                 static_cast<double>(inside->processes.size()));
        QVERIFY(chart->rows()->table()->model()->rowCount() > 2);
        picture(u"charts-processes.png"_s);
    }

    void theFirstMomentIsReachedByKeyboard()
    {
        slider()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(slider(), Qt::Key_Home);
        QVERIFY(!strip()->isLive());
        QCOMPARE(slider()->moment()->kind, Moment::Kind::Begin);
        QVERIFY2(headline().startsWith(u"Not live"_s), qPrintable(headline()));
        QVERIFY(slider()->accessibleDescription().contains(u"the beginning"_s));
        QCOMPARE(columnOf(names(), ComparisonModel::Inside), QString());
        QCOMPARE(columnOf(names(), ComparisonModel::Outside), QSysInfo::machineHostName());
        QCOMPARE(m_window->steps()->model()->rowCount(), 0);
        picture(u"moments-first.png"_s);

        // Moment by moment up to the first step, which is the only one that is made there.
        while (slider()->moment() && slider()->moment()->kind != Moment::Kind::Step) {
            QTest::keyClick(slider(), Qt::Key_Right);
        }
        const StepsModel *steps = m_window->steps()->model();
        QCOMPARE(steps->rowCount(), static_cast<int>(m_window->state().steps.size()));
        const auto progress = [steps](int row) {
            return steps->index(row, 0).data(StepsModel::ProgressRole).toInt();
        };
        QCOMPARE(progress(0), int(StepsModel::Done));
        QCOMPARE(progress(1), int(StepsModel::Pending));
        QCOMPARE(m_window->charts()->steps()->model()->rowCount(), 1);
        picture(u"moments-step.png"_s);

        // What comes meanwhile does not move it.
        const qint64 serial = slider()->moment()->serial;
        const int before = slider()->maximum();
        QProcess process;
        process.start(u"sleep"_s, {u"1000"_s});
        QTRY_VERIFY_WITH_TIMEOUT(slider()->maximum() > before, 20000);
        QCOMPARE(slider()->moment()->serial, serial);
        QCOMPARE(progress(1), int(StepsModel::Pending));
        process.kill();
        process.waitForFinished();

        QTest::keyClick(slider(), Qt::Key_Escape);
        QVERIFY(strip()->isLive());
        QCOMPARE(slider()->value(), slider()->maximum());
        QCOMPARE(columnOf(names(), ComparisonModel::Inside), u"red"_s);
        QCOMPARE(progress(1), int(StepsModel::Done));
        QVERIFY(!headline().startsWith(u"Not live"_s));
    }

    void twoMomentsAreCompared()
    {
        strip()->setComparing(true);
        QVERIFY(!strip()->isLive());
        QCOMPARE(slider()->value(), 0);
        QVERIFY(!strip()->other()->moment());
        auto *side = m_window->findChild<QComboBox *>(u"moment-side"_s);
        side->setCurrentIndex(0);
        QCOMPARE(columnOf(names(), ComparisonModel::Outside), QSysInfo::machineHostName());
        QCOMPARE(columnOf(names(), ComparisonModel::Inside), QSysInfo::machineHostName());
        const FacetCard *card = m_window->cards()->card(FacetKind::Uts);
        QVERIFY2(card->accessibleName().contains(u"unchanged"_s),
                 qPrintable(card->accessibleName()));
        QCOMPARE(names()
                     ->headerData(ComparisonModel::Inside, Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 u"Now"_s);
        // The command is a process more outside.
        const FacetCard *processes = m_window->cards()->card(FacetKind::Processes);
        QTRY_VERIFY(processes->accessibleName().endsWith(u": changed"_s));
        picture(u"moments-compared.png"_s);

        // Its pages too, and nothing is marked as news.
        m_window->cards()->openCard(FacetKind::Processes);
        auto *tree
            = m_window->cards()->detail()->findChild<DetailPage *>(u"page-process-tree-changes"_s);
        QVERIFY(tree != nullptr);
        m_window->cards()->detail()->pages()->setCurrentWidget(tree);
        QVERIFY(std::ranges::any_of(tree->model()->rows(), [](const DetailRow &row) {
            return row.difference == Difference::OnlyInside && row.cells.contains(u"+ new"_s);
        }));
        QVERIFY(!tree->model()->hasMarks());
        QVERIFY(!m_window->cards()->model(FacetKind::Processes)->hasMarks());
        picture(u"moments-tree.png"_s);
        m_window->cards()->closeCard();

        side->setCurrentIndex(1);
        QCOMPARE(columnOf(names(), ComparisonModel::Outside), QString());
        QCOMPARE(columnOf(names(), ComparisonModel::Inside), u"red"_s);
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"moment-live"_s), Qt::LeftButton);
        QVERIFY(strip()->isLive());
        QCOMPARE(columnOf(names(), ComparisonModel::Outside), QSysInfo::machineHostName());
        QCOMPARE(columnOf(names(), ComparisonModel::Inside), u"red"_s);
    }

    void aNewStartIsLive()
    {
        QTest::keyClick(slider(), Qt::Key_Home);
        QVERIFY(!strip()->isLive());
        m_window->stop();
        QTRY_COMPARE(m_window->state().phase, Phase::Ended);
        QVERIFY(!strip()->isLive());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(strip()->isLive());
        QTRY_VERIFY(m_window->state().facet(Side::Inside, FacetKind::Time) != nullptr);
        QTRY_COMPARE(columnOf(names(), ComparisonModel::Inside), u"red"_s);
    }

    void namespacesAndTrafficAreDrawn()
    {
        m_window->steps()->showPage(m_window->charts());
        for (SeriesChart *chart : m_window->charts()->overTime()) {
            m_window->charts()->showPage(chart);
            QTRY_VERIFY_WITH_TIMEOUT(!chart->series().isEmpty(), 20000);
            QVERIFY(!chart->chart()->series().isEmpty());
            QCOMPARE(chart->findChild<QWidget *>(chart->objectName() + u"-chart"_s)
                         ->accessibleDescription(),
                     spokenSeries(chart->series()));
            picture(chart->objectName() + u"-window.png"_s);
        }
    }

    /** To be looked at: what is drawn follows palette and size of the text. */
    void looks()
    {
        m_window->steps()->showPage(m_window->charts());
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Left);
        QTRY_VERIFY(m_window->charts()->isVisible());
        const auto title = [this] {
            return m_window->charts()
                ->steps()
                ->chart()
                ->axes()
                .constFirst()
                ->titleFont()
                .pointSizeF();
        };
        const auto ground = [this] {
            return m_window->charts()->steps()->chart()->backgroundBrush().color().lightness();
        };
        const double size = title();
        m_window->zoom()->setPercent(200);
        QCOMPARE(title(), size * 2);
        picture(u"moments-large.png"_s);
        m_window->zoom()->setPercent(100);
        const QPalette before = QApplication::palette();
        QPalette dark(QColor(0x32, 0x37, 0x3b), QColor(0x2a, 0x2e, 0x32));
        dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
        QApplication::setPalette(dark);
        QVERIFY(ground() < 64);
        m_window->moments()->setComparing(true);
        picture(u"moments-dark.png"_s);
        QApplication::setPalette(before);
        QVERIFY(ground() > 192);
    }

    void chartsAreSavedAndReadBack()
    {
        m_window->steps()->showPage(m_window->charts());
        const QList<std::pair<ChartPage *, QString>> pages{
            {m_window->charts()->steps(), u"Time in microseconds"_s},
            {m_window->charts()->overTime().constFirst(), u"Processes"_s}};
        for (const auto &[page, axis] : pages) {
            m_window->charts()->showPage(page);
            QTRY_VERIFY(page->isVisible());
            QApplication::processEvents();
            const QString svg = m_artefacts.filePath(page->objectName() + u".svg"_s);
            QVERIFY(page->save(svg));
            const QString text = textIn(svg);
            QVERIFY2(text.contains(axis), qPrintable(text));
            QVERIFY(text.contains(page->title()));
            const QString png = m_artefacts.filePath(page->objectName() + u".png"_s);
            QVERIFY(page->save(png));
            QImageReader reader(png);
            QCOMPARE(reader.format(), "png"_ba);
            QCOMPARE(reader.text(u"Title"_s), page->title());
            const QImage image = reader.read();
            QVERIFY(image.width() > 600 && image.height() > 200);
            QVERIFY(image.allGray() == false); // there is something drawn in colour
        }
        QVERIFY(!pages.constFirst().first->save(u"/nowhere/chart.svg"_s));
    }
};

QTEST_MAIN(TimelineTest)
#include "tst_timeline.moc"
