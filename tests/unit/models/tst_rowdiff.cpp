// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

struct Row {
    int key = 0;
    int value = 0;
    bool operator==(const Row &) const = default;
};

RowDiff diffOf(const QList<Row> &before, const QList<Row> &after)
{
    return diffRows(before, after, [](const Row &row) { return row.key; });
}

/** As a table would do it, one thing after the other. */
QList<Row> applied(QList<Row> rows, const RowDiff &diff, const QList<Row> &after)
{
    for (const RowDiff::Run &run : diff.removals) {
        rows.remove(run.first, run.count);
    }
    for (const RowDiff::Move &move : diff.moves) {
        rows.move(move.from, move.to);
    }
    for (const RowDiff::Run &run : diff.insertions) {
        for (qsizetype i = run.first; i < run.first + run.count; ++i) {
            rows.insert(i, after.at(i));
        }
    }
    for (const qsizetype changed : diff.changes) {
        rows[changed] = after.at(changed);
    }
    return rows;
}

QList<Row> rowsOf(std::initializer_list<int> keys)
{
    QList<Row> rows;
    for (const int key : keys) {
        rows.append({.key = key, .value = 0});
    }
    return rows;
}

/** Some go, some come, some change their value, some their place. */
QList<Row> altered(QList<Row> rows, QRandomGenerator &random, int &nextKey)
{
    constexpr int kMost = 6;
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        rows.removeAt(random.bounded(rows.size()));
    }
    for (int i = random.bounded(kMost); i > 0; --i) {
        rows.insert(random.bounded(rows.size() + 1), {.key = nextKey++, .value = 0});
    }
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        rows[random.bounded(rows.size())].value = random.bounded(3);
    }
    for (int i = random.bounded(kMost); i > 0 && !rows.isEmpty(); --i) {
        rows.move(random.bounded(rows.size()), random.bounded(rows.size()));
    }
    if (random.bounded(20) == 0) {
        std::ranges::shuffle(rows, random);
    }
    return rows;
}

} // namespace

class TestRowDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingForTheSame()
    {
        const RowDiff diff = diffOf(rowsOf({1, 2, 3}), rowsOf({1, 2, 3}));
        QVERIFY(diff.removals.isEmpty());
        QVERIFY(diff.moves.isEmpty());
        QVERIFY(diff.insertions.isEmpty());
        QVERIFY(diff.changes.isEmpty());
    }

    void runsTogether()
    {
        const RowDiff diff = diffOf(rowsOf({1, 2, 3, 4, 5}), rowsOf({7, 8, 1, 5, 9}));
        QCOMPARE(diff.removals, (QList<RowDiff::Run>{{.first = 1, .count = 3}}));
        QCOMPARE(diff.insertions,
                 (QList<RowDiff::Run>{{.first = 0, .count = 2}, {.first = 4, .count = 1}}));
        QVERIFY(diff.moves.isEmpty());
    }

    /** One row that goes to the other end is one move, not one of all others. */
    void fewestMoves()
    {
        QCOMPARE(diffOf(rowsOf({1, 2, 3, 4}), rowsOf({2, 3, 4, 1})).moves,
                 (QList<RowDiff::Move>{{.from = 0, .to = 3}}));
        QCOMPARE(diffOf(rowsOf({1, 2, 3, 4}), rowsOf({4, 1, 2, 3})).moves,
                 (QList<RowDiff::Move>{{.from = 3, .to = 0}}));
        QCOMPARE(diffOf(rowsOf({1, 2, 3}), rowsOf({3, 2, 1})).moves.size(), 2);
    }

    void changesInTheirPlacesOfNow()
    {
        const QList<Row> after{{.key = 9, .value = 0}, {.key = 2, .value = 7}};
        QCOMPARE(diffOf(rowsOf({1, 2}), after).changes, QList<qsizetype>{1});
    }

    void aKeyTwice()
    {
        const QList<Row> twice = rowsOf({1, 1, 2});
        const QList<Row> other = rowsOf({2, 1, 1, 1});
        QCOMPARE(applied(twice, diffOf(twice, other), other), other);
        QCOMPARE(applied(other, diffOf(other, twice), twice), twice);
    }

    void randomSequences()
    {
        constexpr quint32 kSequences = 1000;
        constexpr int kSnapshots = 8;
        for (quint32 seed = 0; seed < kSequences; ++seed) {
            QRandomGenerator random(seed);
            int nextKey = 0;
            QList<Row> rows;
            for (int i = 0; i < kSnapshots; ++i) {
                const QList<Row> next = altered(rows, random, nextKey);
                rows = applied(rows, diffOf(rows, next), next);
                QVERIFY2(rows == next, qPrintable(u"seed %1, snapshot %2"_s.arg(seed).arg(i)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRowDiff)
#include "tst_rowdiff.moc"
