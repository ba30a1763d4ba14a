// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/containers.h"
#include "tests/support/killseries.h"
#include "tests/support/sessionrun.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <span>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

/**
 * The long run: soak [KILLS [CYCLES]], 1,000 and 10,000 unless said otherwise. As root, alone on
 * the machine, with NSW_SUPERVISOR and NSW_CLI set; NSW_SEED repeats the kills of an earlier run.
 */
namespace
{

using Times = std::span<const std::chrono::microseconds>;

double percentile(Times times, int percent)
{
    std::vector<std::chrono::microseconds> sorted(times.begin(), times.end());
    std::ranges::sort(sorted);
    constexpr double kUsPerMs = 1e3;
    constexpr std::size_t kWhole = 100;
    const std::size_t at = sorted.size() * static_cast<std::size_t>(percent) / kWhole;
    return sorted.empty()
        ? 0
        : static_cast<double>(sorted.at(std::min(at, sorted.size() - 1)).count()) / kUsPerMs;
}

void report(const QString &what, Times times, int leaks)
{
    std::puts(qPrintable(
        u"%1 %2 times   clean-up p50 %3 ms   p99 %4 ms   most %5 ms   leaks %6"_s.arg(what, -22)
            .arg(times.size(), 6)
            .arg(percentile(times, 50), 6, 'f', 1)
            .arg(percentile(times, 99), 6, 'f', 1)
            .arg(percentile(times, 100), 6, 'f', 1)
            .arg(leaks)));
    (void)std::fflush(stdout); // hours may follow
}

void complain(const QString &what, int number, const QString &left)
{
    (void)std::fputs(qPrintable(u"%1 %2: %3\n"_s.arg(what).arg(number).arg(left)), stderr);
}

int kill(const QString &what, Victim victim, int count)
{
    KillSeries series(victim);
    std::puts(qPrintable(u"%1 NSW_SEED=%2"_s.arg(what, -22).arg(series.seed())));
    int leaks = 0;
    for (int i = 0; i < count; ++i) {
        if (const QString left = series.killNext(); !left.isEmpty()) {
            ++leaks;
            complain(what, i, left);
        }
    }
    report(what, series.cleanUps(), leaks);
    return leaks;
}

/** Container after container in one session, as a window makes them. */
int cycle(int count)
{
    const QString what = u"create and destroy"_s;
    std::vector<std::chrono::microseconds> times;
    int leaks = 0;
    SessionRun run;
    Container container = allEight(u"red"_s);
    container.namespaces.time = NewTime{.monotonicOffset = 1, .boottimeOffset = 0};
    container.command = QStringList{u"true"_s};
    const auto ends = [&] {
        return std::ranges::count_if(
            run.events, [](const Event &event) { return std::holds_alternative<EndEvent>(event); });
    };
    if (!run.waitFor([&] { return run.state().ready.pid != 0; })) {
        return 1;
    }
    // A prober is kept ready, and is another one after each container.
    const LeakOracle oracle({u"nsworkbench-sup"_s});
    for (int i = 0; i < count; ++i) {
        run.events.clear();
        run.start(container, 0);
        if (!run.waitFor([&] { return ends() == 1; }) || run.state().exit != 0) {
            complain(what, i, u"no end, or not a good one"_s);
            return leaks + 1;
        }
        QElapsedTimer timer;
        timer.start();
        if (const QString left = oracle.difference(); !left.isEmpty()) {
            ++leaks;
            complain(what, i, left);
        }
        times.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed()));
    }
    report(what, times, leaks);
    return leaks;
}

int numberOf(int argc, char **argv, int index, int otherwise)
{
    return argc > index ? QByteArray(argv[index]).toInt() : otherwise;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int kKills = 1000;
    constexpr int kCycles = 10'000;
    const int kills = numberOf(argc, argv, 1, kKills);
    const int cycles = numberOf(argc, argv, 2, kCycles);
    int leaks = 0;
    for (const auto &[name, victim] : {std::pair{"window killed", Victim::Window},
                                       {"supervisor killed", Victim::Supervisor},
                                       {"inside killed", Victim::Inside}}) {
        leaks += kill(QString::fromLatin1(name), victim, kills);
    }
    leaks += cycle(cycles);
    return leaks == 0 ? 0 : 1;
}
