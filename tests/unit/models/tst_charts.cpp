// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/series.h"
#include "app/models/seriesmodel.h"
#include "app/models/stepcosts.h"
#include "app/models/stepcostsmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;
using std::chrono::milliseconds;

namespace
{

StepState step(std::int32_t n, const Operation &operation, std::optional<std::int64_t> took)
{
    StepState state;
    state.step = {.n = n, .actor = Actor::Outside, .operation = operation};
    if (took) {
        state.outcome.emplace();
        state.outcome->n = n;
        state.outcome->durationUs = *took;
    }
    return state;
}

QList<StepState> someSteps()
{
    return {step(1, op::Clone3{}, 300),
            step(2, op::Write{}, 50),
            step(3, op::Sethostname{}, 50),
            step(4, op::Execve{}, 100),
            step(5, op::Chdir{}, {})};
}

FacetEvent processes(Side side, qsizetype count)
{
    ProcessesFacet facet;
    facet.processes.resize(count);
    return {.container = {}, .side = side, .kind = FacetKind::Processes, .facet = Facet(facet)};
}

QList<SeriesPoint> anyPoints(quint32 seed, qsizetype count)
{
    QRandomGenerator random(seed);
    QList<SeriesPoint> points;
    for (qsizetype i = 0; i < count; ++i) {
        points.append({.at = milliseconds(i), .value = static_cast<double>(random.bounded(1000))});
    }
    return points;
}

double highestOf(const QList<SeriesPoint> &points)
{
    return std::ranges::max(points, {}, &SeriesPoint::value).value;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyStepsThatWereMadeCost()
    {
        const QList<StepCost> costs = costsOf(someSteps());
        QCOMPARE(costs.size(), 4);
        QCOMPARE(costs.at(0).part, CostPart::Namespaces);
        QCOMPARE(costs.at(0).share, 0.6);
        QCOMPARE(costs.at(3).part, CostPart::Command);
        QCOMPARE(sumOf(costs, CostPart::SetUp), 100);
        double shares = 0;
        for (const StepCost &cost : costs) {
            shares += cost.share;
        }
        QCOMPARE(shares, 1.0);
    }

    void stepsWithoutTimeHaveNoShare()
    {
        QCOMPARE(costsOf({step(1, op::Chdir{}, 0)}).constFirst().share, 0.0);
        QVERIFY(costsOf({}).isEmpty());
    }

    void theCostsAreSpoken()
    {
        const QString spoken = spokenCosts(costsOf(someSteps()));
        QVERIFY2(spoken.contains(u"Step 1, clone3, took longest: 300 µs"_s), qPrintable(spoken));
        QVERIFY(spoken.contains(u"Namespaces: 300 µs"_s));
        QCOMPARE(spokenCosts({}), u"No step has been made yet."_s);
    }

    void theTableOfCosts()
    {
        StepCostsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setCosts(costsOf(someSteps()));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, StepCostsModel::Call).data().toString(), u"clone3"_s);
        QCOMPARE(model.index(0, StepCostsModel::Time).data(SortRole).toLongLong(), 300);
        QCOMPARE(model.index(0, StepCostsModel::Share).data().toString(), u"60.0 %"_s);
        model.setCosts(costsOf({step(2, op::Write{}, 70), step(9, op::Chdir{}, 1)}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(resets.count(), 0);
    }

    void processesOverTime()
    {
        History history;
        history.append(0ms, processes(Side::Outside, 3));
        history.append(10ms, processes(Side::Inside, 1));
        history.append(20ms, processes(Side::Outside, 3));
        history.append(30ms, processes(Side::Outside, 5));
        history.append(40ms, EndEvent{});
        const QList<Series> series = SeriesReader(Measure::Processes).read(history);
        QCOMPARE(series.size(), 2);
        QCOMPARE(series.at(0).name, u"Outside"_s);
        QCOMPARE(
            series.at(0).points,
            QList<SeriesPoint>(
                {{.at = 0ms, .value = 3}, {.at = 30ms, .value = 5}, {.at = 40ms, .value = 5}}));
        QCOMPARE(series.at(1).side, Side::Inside);
        QCOMPARE(series.at(1).points,
                 QList<SeriesPoint>({{.at = 10ms, .value = 1}, {.at = 40ms, .value = 1}}));
        QCOMPARE(spokenSeries({series.at(0)}), u"Outside: 5 at last, from 3 to 5."_s);
        QVERIFY(SeriesReader(Measure::Processes).read(History()).isEmpty());
    }

    void namespacesInUseAndTheirLimits()
    {
        ProcessesFacet facet;
        for (const std::uint64_t uts : {1U, 1U, 2U, 0U}) {
            Process process;
            process.namespaces = QList<std::uint64_t>(8, 7);
            process.namespaces[static_cast<qsizetype>(NsKind::Uts)] = uts;
            facet.processes.append(process);
        }
        LimitsFacet limits;
        limits.limits = {{.name = u"user/max_uts_namespaces"_s, .value = u"5"_s}};
        History history;
        FacetEvent event = processes(Side::Outside, 0);
        event.facet = Facet(facet);
        history.append(0ms, event);
        event.kind = FacetKind::Limits;
        event.facet = Facet(limits);
        history.append(5ms, event);
        event.side = Side::Inside; // sees no more than a part
        history.append(5ms, event);
        const QList<Series> series = SeriesReader(Measure::Namespaces).read(history);
        QCOMPARE(series.size(), 9);
        const auto valueOf = [&series](const QString &name) {
            const auto found = std::ranges::find(series, name, &Series::name);
            return found == series.end() ? -1 : found->points.constLast().value;
        };
        QCOMPARE(valueOf(u"Hostname (UTS)"_s), 2.0);
        QCOMPARE(valueOf(u"Network"_s), 1.0);
        QCOMPARE(valueOf(u"Hostname (UTS), limit"_s), 5.0);
        QVERIFY(series.constLast().isLimit);
    }

    void bytesAreCountedFromTheFirstLook()
    {
        History history;
        for (const std::uint64_t bytes : {1000U, 1500U, 200U}) {
            TrafficFacet facet;
            LinkCounters link;
            link.link = u"lo"_s;
            link.receivedBytes = bytes;
            facet.links.append(link);
            history.append(milliseconds(history.lastSerial()),
                           FacetEvent{.container = {},
                                      .side = Side::Inside,
                                      .kind = FacetKind::Traffic,
                                      .facet = Facet(facet)});
        }
        SeriesReader reader(Measure::Traffic);
        const QList<Series> series = reader.read(history);
        QCOMPARE(series.size(), 2);
        QCOMPARE(series.at(0).name, u"Inside lo: received"_s);
        QCOMPARE(
            series.at(0).points,
            QList<SeriesPoint>(
                {{.at = 0ms, .value = 0}, {.at = 1ms, .value = 500}, {.at = 2ms, .value = 0}}));
        // Read again it is the same, and what is new comes to it.
        QCOMPARE(reader.read(history), series);
        history.startAgain();
        QVERIFY(reader.read(history).isEmpty());
    }

    void thinnedPointsKeepEndsAndPeaks()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            const QList<SeriesPoint> all = anyPoints(seed, 37 + (100 * static_cast<int>(seed)));
            const QList<SeriesPoint> few = thinned(all, 40);
            QVERIFY(few.size() <= 40);
            QCOMPARE(few.constFirst(), all.constFirst());
            QCOMPARE(few.constLast(), all.constLast());
            QCOMPARE(highestOf(few), highestOf(all));
            QVERIFY(std::ranges::is_sorted(few, {}, &SeriesPoint::at));
            QCOMPARE(thinned(all, all.size()), all);
        }
    }

    void theTableOfSeries()
    {
        SeriesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (quint32 seed = 0; seed < 20; ++seed) {
            Series out;
            out.name = u"Outside"_s;
            out.points = anyPoints(seed, 5 + (seed % 7));
            Series in;
            in.name = u"Inside"_s;
            in.points = anyPoints(seed + 99, seed % 5);
            model.setSeries({out, in});
            QCOMPARE(model.rowCount(), out.points.size() + in.points.size());
            // The latest are on top.
            QCOMPARE(model.index(0, SeriesModel::Value).data(SortRole).toDouble(),
                     out.points.constLast().value);
        }
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCharts)
#include "tst_charts.moc"
