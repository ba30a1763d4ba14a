// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"
#include "app/models/moments.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;

namespace
{

FacetEvent named(Side side, const QString &name)
{
    UtsFacet uts;
    uts.nodename = name;
    return {.container = {}, .side = side, .kind = FacetKind::Uts, .facet = Facet(uts)};
}

FacetEvent clocks(Side side)
{
    return {.container = {}, .side = side, .kind = FacetKind::Time, .facet = Facet(TimeFacet())};
}

StepEvent made(std::int32_t n, int error = 0)
{
    StepEvent event;
    event.n = n;
    event.call = u"sethostname"_s;
    event.error = {error};
    return event;
}

PlanEvent planned()
{
    PlanEvent event;
    for (int n = 1; n <= 2; ++n) {
        event.plan.steps.append(
            {.n = n, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}});
    }
    return event;
}

History aRun()
{
    History history;
    history.append(0ms, named(Side::Outside, u"host"_s));
    history.append(1ms, clocks(Side::Outside));
    history.append(2ms, planned());
    history.append(3ms, made(1));
    history.append(3ms, made(2, 1));
    history.append(4ms, named(Side::Inside, u"host"_s));
    history.append(5ms, OutputEvent{.container = {}, .stream = Stream::Stdout, .text = "x"});
    history.append(20ms, clocks(Side::Inside));
    history.append(2000ms, named(Side::Inside, u"red"_s));
    history.append(3000ms, EndEvent{.container = {}, .exit = 0});
    return history;
}

TwoMoments names(const QString &then, const QString &now)
{
    TwoMoments moments;
    moments.then = [&] {
        SessionState state;
        reduce(state, named(Side::Inside, then));
        return state;
    }();
    reduce(moments.now, named(Side::Inside, now));
    return moments;
}

} // namespace

class TestMoments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesAtOnceIsOneMoment()
    {
        const QList<Moment> moments = momentsOf(aRun());
        QList<Moment::Kind> kinds;
        for (const Moment &moment : moments) {
            kinds << moment.kind;
        }
        using enum Moment::Kind;
        QCOMPARE(kinds, QList<Moment::Kind>({Begin, Plan, Step, Step, Change, Change, End}));
        QCOMPARE(moments.at(0).facets.size(), 2);
        QCOMPARE(moments.at(4).facets.size(), 2);
        QCOMPARE(moments.at(4).at, 4ms);
        QCOMPARE(moments.at(5).at, 2000ms);
    }

    void aMomentHasAllThatCameWithIt()
    {
        const History history = aRun();
        const QList<Moment> moments = momentsOf(history);
        const SessionState looked = history.stateAfter(moments.at(4).serial);
        QVERIFY(looked.facet(Side::Inside, FacetKind::Time) != nullptr);
        QVERIFY(looked.facet(Side::Inside, FacetKind::Uts) != nullptr);
        QVERIFY(history.stateAfter(moments.at(3).serial).facet(Side::Inside, FacetKind::Uts)
                == nullptr);
        QVERIFY(!history.stateAfter(moments.at(2).serial).steps.at(1).outcome);
    }

    void aMomentIsFoundByAnyOfItsEvents()
    {
        const History history = aRun();
        const QList<Moment> moments = momentsOf(history);
        QCOMPARE(placeOf(moments, 0), 0);
        QCOMPARE(placeOf(moments, moments.at(2).serial), 2);
        QCOMPARE(placeOf(moments, history.lastSerial() + 9), moments.size() - 1);
        QCOMPARE(placeOf({}, 3), 0);
    }

    void aMomentSaysWhatHappened()
    {
        const QList<Moment> moments = momentsOf(aRun());
        QCOMPARE(momentText(moments.at(2)), u"step 1, sethostname"_s);
        QCOMPARE(momentText(moments.at(3)), u"step 2 failed, sethostname"_s);
        QCOMPARE(momentText(moments.at(5)), u"Inside: Hostname"_s);
        QVERIFY(timeText(moments.at(5).at).startsWith(u"2.000"_s));
    }

    void twoMomentsOfASideAreLaidSideBySide()
    {
        const FacetSummary same = summariseMoments(FacetKind::Uts, names(u"red"_s, u"red"_s));
        QCOMPARE(same.isolation, Isolation::Unchanged);
        const FacetSummary changed = summariseMoments(FacetKind::Uts, names(u"host"_s, u"red"_s));
        QCOMPARE(changed.isolation, Isolation::Changed);
        QCOMPARE(changed.comparison.versus, Versus::Moments);
        const ComparisonRow &row = changed.comparison.rows.constFirst();
        QCOMPARE(row.outside, u"host"_s);
        QCOMPARE(row.inside, u"red"_s);
        QCOMPARE(row.difference, Difference::Different);
        // The other side has nothing to do with it.
        TwoMoments outside = names(u"host"_s, u"red"_s);
        outside.side = Side::Outside;
        QVERIFY(summariseMoments(FacetKind::Uts, outside).comparison.rows.isEmpty());
    }

    void whatCouldNotBeReadIsSaidWithItsMoment()
    {
        TwoMoments moments = names(u"host"_s, u"red"_s);
        reduce(moments.now,
               FacetEvent{.container = {},
                          .side = Side::Inside,
                          .kind = FacetKind::Uts,
                          .facet = std::unexpected(
                              Error{.operation = u"open"_s, .error = {13}, .subject = {}})});
        const FacetSummary summary = summariseMoments(FacetKind::Uts, moments);
        QCOMPARE(summary.comparison.unreadable.size(), 1);
        QVERIFY(summary.comparison.unreadable.constFirst().startsWith(u"Now: "_s));
    }

    void theTableSaysThenAndNow()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto title = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(title(ComparisonModel::Outside), u"Outside"_s);
        const QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
        model.setComparison(
            summariseMoments(FacetKind::Uts, names(u"host"_s, u"red"_s)).comparison);
        QCOMPARE(headers.count(), 1);
        QCOMPARE(title(ComparisonModel::Outside), u"Then"_s);
        QCOMPARE(title(ComparisonModel::Inside), u"Now"_s);
        QCOMPARE(model.index(0, ComparisonModel::Mark).data().toString(), u"≠ changed"_s);
        model.setComparison(compare(FacetKind::Uts, nullptr, nullptr));
        QCOMPARE(title(ComparisonModel::Inside), u"Inside"_s);
    }
};

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
