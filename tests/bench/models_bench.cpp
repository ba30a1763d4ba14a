// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// models_bench [ROUNDS]: what it takes to bring a table of 10,000 rows to another state.
#include "app/models/comparisonmodel.h"
#include "app/models/tableproxy.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

using Clock = std::chrono::steady_clock;

constexpr int kRows = 10'000;
constexpr int kChanges = 100;

double milliseconds(const std::function<void()> &work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

ComparisonRow rowOf(int pid)
{
    return {.label = u"/usr/lib/worker --number %1"_s.arg(pid),
            .outside = u"PID %1"_s.arg(pid),
            .inside = {},
            .difference = Difference::OnlyOutside,
            .id = pid};
}

Comparison tableOf(int rows)
{
    Comparison comparison;
    for (int pid = 1; pid <= rows; ++pid) {
        comparison.rows.append(rowOf(pid));
    }
    return comparison;
}

using Change = std::function<void(QList<ComparisonRow> &, QRandomGenerator &)>;

void changeOne(QList<ComparisonRow> &rows, QRandomGenerator &random)
{
    rows[random.bounded(rows.size())].inside = u"PID %1"_s.arg(random.bounded(kRows));
}

void replaceOne(QList<ComparisonRow> &rows, QRandomGenerator &random)
{
    rows.removeAt(random.bounded(rows.size()));
    rows.insert(random.bounded(rows.size()), rowOf(kRows + 1 + random.bounded(1 << 24)));
}

void moveOne(QList<ComparisonRow> &rows, QRandomGenerator &random)
{
    rows.move(random.bounded(rows.size()), random.bounded(rows.size()));
}

struct Bench {
    int rounds;
    bool isShown; ///< with a sorted view's proxy behind it
};

void measure(const QString &what, const Bench &bench, const Change &change)
{
    QList<double> times;
    for (int round = 0; round < bench.rounds; ++round) {
        QRandomGenerator random(static_cast<quint32>(round));
        ComparisonModel model;
        TableProxy proxy;
        if (bench.isShown) {
            proxy.setSourceModel(&model);
            proxy.sort(ComparisonModel::Label);
        }
        model.setComparison(tableOf(kRows));
        Comparison next = tableOf(kRows); // Shares no text with what is there, as from a snapshot.
        for (int i = 0; i < kChanges; ++i) {
            change(next.rows, random);
        }
        times << milliseconds([&] { model.setComparison(next); });
    }
    std::ranges::sort(times);
    std::puts(qUtf8Printable(u"%1 median %2 ms, worst %3 ms"_s.arg(what, -36)
                                 .arg(times.at(times.size() / 2), 7, 'f', 2)
                                 .arg(times.constLast(), 7, 'f', 2)));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int kDefaultRounds = 25;
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : kDefaultRounds;
    for (const bool isShown : {false, true}) {
        const Bench bench{.rounds = rounds, .isShown = isShown};
        const QString where = isShown ? u", sorted"_s : QString();
        measure(u"100 rows changed"_s + where, bench, changeOne);
        measure(u"100 gone, 100 come"_s + where, bench, replaceOne);
        measure(u"100 rows moved"_s + where, bench, moveOne);
    }
    return 0;
}
