// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/authtest.h"
#include "tests/auth/daemonseries.h"
#include "tests/support/containers.h"
#include "tests/support/killseries.h"
#include "tests/support/races.h"
#include "tests/support/sessionrun.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

#include <sched.h>
#include <sys/mount.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

/**
 * The long run: soak [KILLS [CYCLES [RACES]]], 1,000, 10,000 and 100,000 unless said otherwise. In
 * the isolation of tools/soak; NSW_SEED repeats the kills of an earlier run. Fails on anything that
 * stays, on anything that is won, and on clean-ups of which one in a hundred takes more than 2 s.
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

/** What counts as failures in the end. */
int report(const QString &what, Times times, int leaks)
{
    std::puts(qPrintable(
        u"%1 %2 times   clean-up p50 %3 ms   p99 %4 ms   most %5 ms   leaks %6"_s.arg(what, -22)
            .arg(times.size(), 6)
            .arg(percentile(times, 50), 6, 'f', 1)
            .arg(percentile(times, 99), 6, 'f', 1)
            .arg(percentile(times, 100), 6, 'f', 1)
            .arg(leaks)));
    (void)std::fflush(stdout); // hours may follow
    constexpr double kLongestMs = 2000;
    return leaks + (percentile(times, 99) > kLongestMs ? 1 : 0);
}

void complain(const QString &what, int number, const QString &left)
{
    (void)std::fputs(qPrintable(u"%1 %2: %3\n"_s.arg(what).arg(number).arg(left)), stderr);
}

template<class Series>
int kill(const QString &what, Series &series, int count)
{
    std::puts(qPrintable(u"%1 NSW_SEED=%2"_s.arg(what, -22).arg(series.seed())));
    int leaks = 0;
    for (int i = 0; i < count; ++i) {
        // More of them than a user may have in a minute.
        forgetAllCreations();
        if (const QString left = series.killNext(); !left.isEmpty()) {
            ++leaks;
            complain(what, i, left);
        }
    }
    return report(what, series.cleanUps(), leaks);
}

int killSessions(int count)
{
    constexpr std::array kVictims{std::pair{"window", Victim::Window},
                                  std::pair{"supervisor", Victim::Supervisor},
                                  std::pair{"inside", Victim::Inside}};
    int failures = 0;
    for (const Privilege grant : {Privilege::None, Privilege::Assisted, Privilege::Root}) {
        for (const auto &[name, victim] : kVictims) {
            KillSeries series(victim, grant);
            failures += kill(
                u"%1, %2"_s.arg(QLatin1StringView(name), QString(nameOf(grant))), series, count);
        }
    }
    return failures;
}

int killDaemons(int count)
{
    constexpr std::array kDaemons{std::pair{"dbus-daemon", Daemon::Bus},
                                  std::pair{"polkitd", Daemon::Polkit},
                                  std::pair{"helper", Daemon::Helper}};
    int failures = 0;
    for (const auto &[name, victim] : kDaemons) {
        DaemonSeries series(victim);
        failures += kill(QString::fromLatin1(name), series, count);
    }
    return failures;
}

/** In a mount namespace of this process, from here on. */
int race(int count)
{
    const RaceGround ground(racingUser());
    if (!ground.good || ::unshare(CLONE_NEWNS) != 0
        || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        return 1;
    }
    const auto paths = raceForPaths(ground, racingUser(), count);
    const auto numbers = raceForNumbers(count);
    if (!paths || !numbers) {
        return 1;
    }
    std::puts(qPrintable(u"exchanged paths: mounted %1, refused %2, won %3"_s.arg(paths->done)
                             .arg(paths->refused)
                             .arg(paths->won)));
    std::puts(qPrintable(u"recycled PIDs: %1, won %2, won when not held %3"_s.arg(numbers->recycled)
                             .arg(numbers->won)
                             .arg(numbers->wonUnheld)));
    return paths->won + numbers->won;
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
    const LeakOracle oracle({}, run.state().ready.pid);
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
    return report(what, times, leaks);
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
    constexpr int kRaces = 100'000;
    const int kills = numberOf(argc, argv, 1, kKills);
    int failures = killSessions(kills) + killDaemons(kills);
    failures += cycle(numberOf(argc, argv, 2, kCycles));
    failures += race(numberOf(argc, argv, 3, kRaces));
    return failures == 0 ? 0 : 1;
}
