// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"
#include "app/models/idrangesmodel.h"
#include "app/models/mountentriesmodel.h"
#include "app/models/stepsmodel.h"
#include "app/panels/comparisonrows.h"
#include "app/panels/containerform.h"
#include "app/panels/findingsview.h"
#include "tests/gui/samplestate.h"

#include <QAbstractItemModelTester>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

Comparison rows(const QStringList &labels, const QString &outside = u"x"_s)
{
    Comparison comparison;
    for (const QString &label : labels) {
        comparison.rows.append({.label = label,
                                .outside = outside,
                                .inside = {},
                                .difference = Difference::Same,
                                .id = 0});
    }
    return comparison;
}

QStringList labelsOf(const ComparisonModel &model)
{
    QStringList labels;
    for (const KeyedComparisonRow &row : model.rows()) {
        labels << row.row.label;
    }
    return labels;
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparisonByDifference_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        const QStringList abc{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("insert in front") << abc << QStringList{u"z"_s, u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("insert in the middle")
            << abc << QStringList{u"a"_s, u"y"_s, u"z"_s, u"b"_s, u"c"_s};
        QTest::newRow("remove one") << abc << QStringList{u"a"_s, u"c"_s};
        QTest::newRow("remove all") << abc << QStringList{};
        QTest::newRow("from nothing") << QStringList{} << abc;
        QTest::newRow("turn around") << abc << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("all at once") << abc << QStringList{u"c"_s, u"n"_s, u"a"_s, u"m"_s};
        QTest::newRow("same label twice")
            << QStringList{u"a"_s, u"a"_s} << QStringList{u"a"_s, u"b"_s, u"a"_s, u"a"_s};
    }

    void comparisonByDifference()
    {
        QFETCH(const QStringList, before);
        QFETCH(const QStringList, after);
        ComparisonModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setComparison(rows(before));
        QCOMPARE(labelsOf(model), before);
        model.setComparison(rows(after));
        QCOMPARE(labelsOf(model), after);
        QCOMPARE(resets.count(), 0);
    }

    void selectionSurvives()
    {
        ComparisonModel model;
        model.setComparison(rows({u"a"_s, u"b"_s, u"c"_s}));
        const QPersistentModelIndex chosen = model.index(1, 0);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setComparison(rows({u"n"_s, u"c"_s, u"b"_s}));
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data().toString(), u"b"_s);
        QCOMPARE(changes.count(), 0);
        model.setComparison(rows({u"n"_s, u"c"_s, u"b"_s}, u"other"_s));
        QCOMPARE(changes.count(), 3);
    }

    void steps()
    {
        StepsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SessionState running = sampleRunning();
        QList<StepState> planned = running.steps;
        QVERIFY(!planned.isEmpty());
        for (StepState &step : planned) {
            step.outcome.reset();
        }
        model.setSteps(planned);
        QCOMPARE(model.index(0, 0).data(StepsModel::ProgressRole).toInt(),
                 int(StepsModel::Pending));
        model.setSteps(running.steps);
        QCOMPARE(model.index(0, 0).data(StepsModel::ProgressRole).toInt(), int(StepsModel::Done));
        QVERIFY(running.failure() == nullptr);
        model.setSteps(sampleFailed().steps);
        QVERIFY(sampleFailed().failure() != nullptr);
        QCOMPARE(model.index(4, StepsModel::Outcome).data().toString(), u"EPERM"_s);
        QCOMPARE(model.index(5, 0).data(StepsModel::ProgressRole).toInt(),
                 int(StepsModel::Pending));
    }

    void summaries()
    {
        const FacetSummary before = summarise(FacetKind::Uts, sampleOutside());
        QCOMPARE(before.isolation, Isolation::Unknown);
        QVERIFY(!before.hasInside);
        const FacetSummary after = summarise(FacetKind::Uts, sampleRunning());
        QCOMPARE(after.isolation, Isolation::Isolated);
        QVERIFY(after.outsideNumber != after.insideNumber);
        QCOMPARE(summarise(FacetKind::Namespaces, sampleRunning()).isolatedKinds, 8);
    }

    void differencesComeFirst()
    {
        QList<ComparisonRow> many;
        for (int i = 0; i < 20; ++i) {
            many.append({.label = QString::number(i),
                         .outside = {},
                         .inside = {},
                         .difference = i == 13 ? Difference::Different : Difference::Same,
                         .id = 0});
        }
        const QList<ComparisonRow> shown = mostTelling(many, 3);
        QCOMPARE(shown.size(), 3);
        QCOMPARE(shown.at(2).label, u"13"_s);
    }

    void idRanges()
    {
        IdRangesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRanges({IdRange{}});
        QCOMPARE(model.index(0, IdRangesModel::Outside).data().toString(), u"self"_s);
        QVERIFY(model.setData(model.index(0, IdRangesModel::Outside), u"1000"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, IdRangesModel::Count), u"many"_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(0, IdRangesModel::Count), u"10"_s, Qt::EditRole));
        model.addRange();
        QCOMPARE(model.rows().at(1).inside, 10U);
        model.removeRange(0);
        QCOMPARE(model.rowCount(), 1);
    }

    void mounts()
    {
        MountEntriesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.addEntry();
        QVERIFY(!model.setData(model.index(0, MountEntriesModel::Type), u"nfs"_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(0, MountEntriesModel::Type), u"bind"_s, Qt::EditRole));
        QVERIFY(model.setData(
            model.index(0, MountEntriesModel::Options), u"ro, nosuid"_s, Qt::EditRole));
        QCOMPARE(model.rows().constFirst().options, (QStringList{u"ro"_s, u"nosuid"_s}));
    }

    void commandLines_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << QStringList{u"sleep"_s, u"10"_s};
        QTest::newRow("spaces") << QStringList{u"sh"_s, u"-c"_s, u"echo one two"_s};
        QTest::newRow("quotes") << QStringList{u"sh"_s, u"-c"_s, u"echo \"a b\""_s};
        QTest::newRow("nothing") << QStringList{};
    }

    void commandLines()
    {
        QFETCH(const QStringList, words);
        QCOMPARE(QProcess::splitCommand(joinCommand(words)), words);
    }

    void environments()
    {
        const QMap<QString, QString> environment{{u"A"_s, u"1=2"_s}, {u"PS1"_s, u"red# "_s}};
        QCOMPARE(parseEnvironment(writeEnvironment(environment)), environment);
    }

    void findingsFindTheirField()
    {
        const PlacedFindings all{{.path = u"namespaces.uts.new.hostname"_s, .finding = {}},
                                 {.path = u"namespaces.user.new.uidMap[1].count"_s, .finding = {}},
                                 {.path = u"namespaces.uts"_s, .finding = {}}};
        const PlacedFindings uts = below(all, u"namespaces.uts"_s);
        QCOMPARE(uts.size(), 2);
        QCOMPARE(uts.at(0).path, u"new.hostname"_s);
        QCOMPARE(below(below(all, u"namespaces.user"_s), u"new.uidMap"_s).size(), 1);
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
