// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"
#include "app/models/detailmodel.h"
#include "app/models/stepsmodel.h"
#include "app/models/tableproxy.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr auto kReport = QAbstractItemModelTester::FailureReportingMode::QtTest;

ComparisonRow process(int pid, const QString &command)
{
    return {.label = command,
            .outside = u"PID %1"_s.arg(pid),
            .inside = {},
            .difference = Difference::OnlyOutside,
            .id = pid};
}

Comparison processes(std::initializer_list<int> pids)
{
    Comparison comparison;
    for (const int pid : pids) {
        comparison.rows.append(process(pid, u"worker"_s));
    }
    return comparison;
}

QList<QStringList> textsOf(const QAbstractItemModel &model)
{
    QList<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        rows << cells;
    }
    return rows;
}

Comparison altered(Comparison comparison, QRandomGenerator &random, int &nextPid)
{
    constexpr int kMost = 5;
    QList<ComparisonRow> &rows = comparison.rows;
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        rows.removeAt(random.bounded(rows.size()));
    }
    for (int i = random.bounded(kMost); i > 0; --i) {
        const QString command = random.bounded(2) == 0 ? u"sleep 9"_s : u"worker 10"_s;
        rows.insert(random.bounded(rows.size() + 1), process(nextPid++, command));
    }
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        ComparisonRow &row = rows[random.bounded(rows.size())];
        row.inside = u"PID %1"_s.arg(random.bounded(30));
        row.difference = Difference::Different;
    }
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        rows.move(random.bounded(rows.size()), random.bounded(rows.size()));
    }
    return comparison;
}

/** The same rows as a view has them that was never told of anything but the last. */
QList<QStringList> freshTexts(const Comparison &comparison, int column, const QString &wanted)
{
    ComparisonModel model;
    model.setComparison(comparison);
    TableProxy proxy;
    proxy.setSourceModel(&model);
    proxy.setWanted(wanted);
    proxy.sort(column);
    return textsOf(proxy);
}

QStringList sorted(const QStringList &labels)
{
    Comparison comparison;
    for (const QString &label : labels) {
        comparison.rows.append(
            {.label = label, .outside = {}, .inside = {}, .difference = Difference::Same, .id = 0});
    }
    QStringList texts;
    for (const QStringList &row : freshTexts(comparison, ComparisonModel::Label, {})) {
        texts << row.constFirst();
    }
    return texts;
}

/** A tree of processes out of which some go, come, change and move each time. */
void alter(ProcessesFacet &facet, QRandomGenerator &random, int &nextPid)
{
    constexpr int kMost = 6;
    for (int i = random.bounded(kMost); i > 0 && !facet.processes.isEmpty(); --i) {
        facet.processes.removeAt(random.bounded(facet.processes.size()));
    }
    for (int i = random.bounded(kMost); i > 0; --i) {
        const int pid = nextPid++;
        facet.processes << Process{.pids = {pid, pid - 1},
                                   .parent = random.bounded(pid),
                                   .name = u"worker"_s,
                                   .state = u"S"_s};
    }
    for (int i = random.bounded(kMost); i > 0 && !facet.processes.isEmpty(); --i) {
        Process &process = facet.processes[random.bounded(facet.processes.size())];
        process.parent = random.bounded(process.pids.first());
        process.threads = random.bounded(1, 9);
    }
}

DetailTable treeOf(const ProcessesFacet &processes)
{
    const FacetOrError facet{Facet(processes)};
    const auto tables
        = details(FacetKind::Processes, [&](Side side, FacetKind kind) -> const FacetOrError * {
              return side == Side::Inside && kind == FacetKind::Processes ? &facet : nullptr;
          });
    return tables.first();
}

/** Folds and unfolds some of what can be; `folded` keeps the keys. */
void foldSome(TableProxy &proxy, QRandomGenerator &random, QSet<QString> &folded)
{
    constexpr int kTries = 4;
    for (int i = 0; i < kTries && proxy.rowCount() > 0; ++i) {
        const int row = random.bounded(proxy.rowCount());
        if (proxy.isFoldable(row)) {
            const QString key = proxy.index(row, 0).data(KeyRole).toString();
            const bool isFolded = folded.contains(key);
            isFolded ? static_cast<void>(folded.remove(key))
                     : static_cast<void>(folded.insert(key));
            proxy.setFolded(row, !isFolded);
        }
    }
}

QStringList keysOf(const TableProxy &proxy)
{
    QStringList keys;
    for (int row = 0; row < proxy.rowCount(); ++row) {
        keys << proxy.index(row, 0).data(KeyRole).toString();
    }
    return keys;
}

/** By the ancestors of each row, one after the other. */
QStringList shownKeys(const QList<DetailRow> &rows, const QSet<QString> &folded)
{
    QStringList keys;
    QList<const DetailRow *> above;
    for (const DetailRow &row : rows) {
        above.resize(std::min<qsizetype>(above.size(), row.depth));
        const bool isHidden = std::ranges::any_of(
            above, [&](const DetailRow *one) { return folded.contains(one->key); });
        if (!isHidden) {
            keys << row.key;
        }
        above << &row;
    }
    return keys;
}

StepState step(int n, std::int64_t durationUs)
{
    StepState state;
    state.step.n = n;
    if (durationUs >= 0) {
        state.outcome.emplace();
        state.outcome->durationUs = durationUs;
    }
    return state;
}

} // namespace

class TestTableModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** 1,000 sequences of snapshots end in what a fresh load shows, also sorted and filtered. */
    void randomSequences()
    {
        constexpr quint32 kSequences = 1000;
        constexpr int kSnapshots = 5;
        for (quint32 seed = 0; seed < kSequences; ++seed) {
            QRandomGenerator random(seed);
            ComparisonModel model;
            const QAbstractItemModelTester tester(&model, kReport);
            const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
            TableProxy proxy;
            proxy.setSourceModel(&model);
            const int column = random.bounded(-1, model.columnCount());
            const QString wanted = random.bounded(2) == 0 ? QString() : u"1"_s;
            proxy.sort(column);
            proxy.setWanted(wanted);
            Comparison comparison;
            int nextPid = 1;
            for (int i = 0; i < kSnapshots; ++i) {
                comparison = altered(comparison, random, nextPid);
                model.setComparison(comparison);
            }
            QCOMPARE(resets.count(), 0);
            QCOMPARE(textsOf(model), freshTexts(comparison, -1, {}));
            // Rows that sort alike may stand in any order.
            QList<QStringList> shown = textsOf(proxy);
            QList<QStringList> expected = freshTexts(comparison, column, wanted);
            const auto sortCells = [column](const QList<QStringList> &rows) {
                QStringList cells;
                for (const QStringList &row : rows) {
                    cells << row.value(std::max(column, 0));
                }
                return cells;
            };
            QVERIFY2(sortCells(shown) == sortCells(expected), qPrintable(u"seed %1"_s.arg(seed)));
            std::ranges::sort(shown);
            std::ranges::sort(expected);
            QCOMPARE(shown, expected);
        }
    }

    /** The same of what the kernel tells: processes, through their tree, to the page of a panel. */
    void treesByDifference()
    {
        constexpr quint32 kSequences = 200;
        constexpr int kSnapshots = 6;
        for (quint32 seed = 0; seed < kSequences; ++seed) {
            QRandomGenerator random(seed);
            DetailModel model;
            const QAbstractItemModelTester tester(&model, kReport);
            ProcessesFacet facet;
            int nextPid = 2;
            model.setTable(treeOf(facet));
            const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
            for (int i = 0; i < kSnapshots; ++i) {
                alter(facet, random, nextPid);
                model.setTable(treeOf(facet));
            }
            DetailModel fresh;
            fresh.setTable(treeOf(facet));
            QCOMPARE(resets.count(), 0);
            QCOMPARE(textsOf(model), textsOf(fresh));
        }
    }

    void whatIsCopiedIsNotIndented()
    {
        DetailModel model;
        model.setTable({.columns = {u"Mounted on"_s, u"Number"_s},
                        .rows = {{.key = u"1"_s, .cells = {u"/"_s, u"1"_s}},
                                 {.key = u"2"_s, .cells = {u"/proc"_s, u"20"_s}, .depth = 1}}});
        TableProxy proxy;
        proxy.setSourceModel(&model);
        QVERIFY(proxy.index(1, 0).data().toString() != u"/proc"_s);
        QCOMPARE(proxy.index(1, 0).data(CopyRole).toString(), u"/proc"_s);
        proxy.sort(0); // a list has no branches
        QCOMPARE(proxy.index(1, 0).data().toString(), u"/proc"_s);
        // Numbers stand below each other.
        QVERIFY((model.index(1, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignTrailing) != 0);
        QVERIFY((model.index(1, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeading) != 0);
    }

    /** Whatever comes, goes and moves: shown is what no folded row stands above. */
    void foldedRowsByDifference()
    {
        constexpr quint32 kSequences = 200;
        constexpr int kSnapshots = 6;
        qsizetype hidden = 0;
        for (quint32 seed = 0; seed < kSequences; ++seed) {
            QRandomGenerator random(seed);
            DetailModel model;
            TableProxy proxy;
            proxy.setSourceModel(&model);
            const QAbstractItemModelTester tester(&proxy, kReport);
            ProcessesFacet facet;
            QSet<QString> folded;
            int nextPid = 2;
            for (int i = 0; i < kSnapshots; ++i) {
                alter(facet, random, nextPid);
                model.setTable(treeOf(facet));
                foldSome(proxy, random, folded);
                const QStringList expected = shownKeys(model.rows(), folded);
                QVERIFY2(keysOf(proxy) == expected, qPrintable(u"seed %1"_s.arg(seed)));
                hidden += model.rows().size() - expected.size();
                proxy.sort(random.bounded(-1, model.columnCount()));
                QCOMPARE(proxy.rowCount(),
                         proxy.isFlat() ? model.rowCount() : int(expected.size()));
                proxy.sort(-1);
                QCOMPARE(keysOf(proxy), expected);
            }
            proxy.foldAll();
            QVERIFY(std::ranges::all_of(keysOf(proxy), [&](const QString &key) {
                return std::ranges::find(model.rows(), key, &DetailRow::key)->depth == 0;
            }));
            proxy.unfoldAll();
            QCOMPARE(proxy.rowCount(), model.rowCount());
        }
        QVERIFY2(hidden > kSequences, "too little was folded to prove anything");
    }

    void aFoldedRow()
    {
        DetailModel model;
        const auto row = [](const QString &name, int depth) {
            return DetailRow{.key = name, .cells = {name}, .depth = depth};
        };
        model.setTable({.columns = {u"Mounted on"_s},
                        .rows = {row(u"/"_s, 0),
                                 row(u"/proc"_s, 1),
                                 row(u"/run"_s, 1),
                                 row(u"/run/user"_s, 2),
                                 row(u"/run/user/1000"_s, 3),
                                 row(u"/sys"_s, 1)}});
        TableProxy proxy;
        proxy.setSourceModel(&model);
        const auto spoken = [&proxy](int at) {
            return proxy.index(at, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(proxy.isFoldable(2) && !proxy.isFoldable(1) && !proxy.isFoldable(5));
        QCOMPARE(proxy.parentRow(4), 3);
        QCOMPARE(proxy.parentRow(5), 0);
        QCOMPARE(proxy.parentRow(0), -1);
        proxy.setFolded(2, true);
        QCOMPARE(keysOf(proxy), (QStringList{u"/"_s, u"/proc"_s, u"/run"_s, u"/sys"_s}));
        QVERIFY(proxy.index(2, 0).data().toString().endsWith(u"►\u00a0/run (+2)"_s));
        QCOMPARE(proxy.index(2, 0).data(CopyRole).toString(), u"/run"_s);
        QVERIFY2(spoken(2).startsWith(u"/run, folded, 2"_s), qPrintable(spoken(2)));
        QVERIFY2(spoken(0).startsWith(u"/, unfolded, 5"_s), qPrintable(spoken(0)));
        QCOMPARE(spoken(1), u"/proc"_s);
        // What is looked for is found, wherever it is.
        proxy.setWanted(u"1000"_s);
        QCOMPARE(keysOf(proxy), QStringList{u"/run/user/1000"_s});
        proxy.setWanted({});
        QCOMPARE(proxy.rowCount(), 4);
        proxy.reveal(4);
        QCOMPARE(proxy.rowCount(), 6);
    }

    void anotherMomentMarksNothing()
    {
        ComparisonModel model;
        model.setComparison(processes({10, 11}));
        model.setComparison(processes({10, 12}));
        QVERIFY(model.hasMarks());
        model.setComparison(processes({13}), Marks::None);
        QVERIFY(!model.hasMarks());
    }

    void aRowIsItsPid()
    {
        ComparisonModel model;
        model.setComparison(processes({10, 11, 12}));
        const QPersistentModelIndex chosen = model.index(1, ComparisonModel::Outside);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setComparison(processes({11, 12}));
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(chosen.data().toString(), u"PID 11"_s);
        QCOMPARE(changes.count(), 0);
        Comparison renamed = processes({11, 12});
        renamed.rows[0].label = u"another"_s;
        model.setComparison(renamed);
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(changes.count(), 1);
    }

    void oneByOne()
    {
        ComparisonModel model;
        model.setComparison(processes({1, 2, 3, 4}));
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        model.setComparison(processes({4, 1, 9, 3}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.constFirst().at(1).toInt(), 2);
    }

    /** Told at once, and still every index finds its row. */
    void aWholeNewOrder()
    {
        constexpr int kRows = 400;
        Comparison comparison;
        for (int pid = 1; pid <= kRows; ++pid) {
            comparison.rows.append(process(pid, u"worker"_s));
        }
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, kReport);
        model.setComparison(comparison);
        const QPersistentModelIndex first = model.index(0, ComparisonModel::Outside);
        const QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
        const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        std::ranges::reverse(comparison.rows);
        model.setComparison(comparison);
        QCOMPARE(layouts.count(), 1);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(first.row(), kRows - 1);
        QCOMPARE(first.data().toString(), u"PID 1"_s);
        QCOMPARE(model.index(0, ComparisonModel::Outside).data().toString(), u"PID 400"_s);
    }

    void marksFade()
    {
        ComparisonModel model;
        const auto isMarked = [&model](int row, int column) {
            return model.index(row, column).data(ChangedRole).toBool();
        };
        model.setComparison(processes({1, 2}));
        QVERIFY(!isMarked(0, ComparisonModel::Label)); // All of it is new: nothing stands out.
        Comparison next = processes({3, 1, 2});
        next.rows[2].inside = u"PID 1"_s;
        model.setComparison(next);
        QVERIFY(isMarked(0, ComparisonModel::Label));
        QVERIFY(!isMarked(1, ComparisonModel::Inside));
        QVERIFY(isMarked(2, ComparisonModel::Inside));
        QVERIFY(!isMarked(2, ComparisonModel::Outside));
        QVERIFY(!model.index(2, ComparisonModel::Inside)
                     .data(Qt::AccessibleDescriptionRole)
                     .toString()
                     .isEmpty());
        // The mark goes with its row.
        next.rows.move(2, 0);
        model.setComparison(next);
        QVERIFY(isMarked(0, ComparisonModel::Inside));
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QTest::qWait(1000);
        QVERIFY(isMarked(0, ComparisonModel::Inside));
        QTRY_VERIFY(!isMarked(0, ComparisonModel::Inside));
        QTRY_VERIFY(!isMarked(1, ComparisonModel::Label));
        QVERIFY(changes.count() > 0);
    }

    void naturalOrder()
    {
        const QStringList names{u"eth10"_s, u"Eth2"_s, u"eth1"_s, u"lo"_s};
        QCOMPARE(sorted(names), (QStringList{u"eth1"_s, u"Eth2"_s, u"eth10"_s, u"lo"_s}));
        const QStringList addresses{u"10.0.0.10"_s, u"10.0.0.9"_s, u"9.255.0.1"_s, u"10.0.0.9/8"_s};
        QCOMPARE(sorted(addresses),
                 (QStringList{u"9.255.0.1"_s, u"10.0.0.9"_s, u"10.0.0.9/8"_s, u"10.0.0.10"_s}));
        const QStringList large{
            u"99999999999999999999999"_s, u"100000000000000000000000"_s, u"007"_s, u"8"_s};
        QCOMPARE(
            sorted(large),
            (QStringList{
                u"007"_s, u"8"_s, u"99999999999999999999999"_s, u"100000000000000000000000"_s}));
    }

    void theMostTellingFirst()
    {
        Comparison comparison = processes({1, 2, 3});
        comparison.rows[0].difference = Difference::Same;
        comparison.rows[2].difference = Difference::Different;
        ComparisonModel model;
        model.setComparison(comparison);
        TableProxy proxy;
        proxy.setSourceModel(&model);
        proxy.sort(ComparisonModel::Mark);
        QCOMPARE(proxy.index(0, ComparisonModel::Outside).data().toString(), u"PID 3"_s);
        QCOMPARE(proxy.index(2, ComparisonModel::Outside).data().toString(), u"PID 1"_s);
    }

    void numbersAsNumbers()
    {
        StepsModel model;
        const QAbstractItemModelTester tester(&model, kReport);
        model.setSteps({step(1, 9), step(2, 1200), step(3, -1), step(4, 100)});
        TableProxy proxy;
        const QAbstractItemModelTester proxyTester(&proxy, kReport);
        proxy.setSourceModel(&model);
        const auto numbers = [&proxy] {
            QStringList texts;
            for (int row = 0; row < proxy.rowCount(); ++row) {
                texts << proxy.index(row, StepsModel::Number).data().toString();
            }
            return texts.join(u' ');
        };
        proxy.sort(StepsModel::Time);
        QCOMPARE(numbers(), u"1 4 2 3"_s);
        proxy.sort(StepsModel::Time, Qt::DescendingOrder);
        QCOMPARE(numbers(), u"3 2 4 1"_s);
        proxy.sort(-1);
        QCOMPARE(numbers(), u"1 2 3 4"_s);
    }

    void filterInAnyColumn()
    {
        Comparison comparison = processes({812, 4711});
        comparison.rows[1].inside = u"Only HERE"_s;
        ComparisonModel model;
        model.setComparison(comparison);
        TableProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setWanted(u"pid 8"_s);
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setWanted(u"here"_s);
        QCOMPARE(proxy.rowCount(), 1);
        QCOMPARE(proxy.allRows(), 2);
        proxy.setWanted(u"WORKER"_s);
        QCOMPARE(proxy.rowCount(), 2);
        proxy.setWanted(u"nowhere"_s);
        QCOMPARE(proxy.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTableModels)
#include "tst_tablemodels.moc"
