// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/containers.h"
#include "tests/support/sessionrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

/**
 * From Start to the first complete snapshot of both sides, all eight namespaces, against the whole
 * process `unshare` with all eight that runs `true`. Run by hand: start_bench [RUNS], for example
 * as `unshare --pid --fork --mount-proc sh -c 'start_bench 50; :'`: each process of the machine
 * adds what the kernel needs to print its status, some 15 µs. A shell as PID 1 reaps what the peer
 * leaves.
 */
namespace
{

constexpr unsigned long kRestMs = 50;

double milliseconds(const QElapsedTimer &timer)
{
    constexpr double kNsPerMs = 1e6;
    return static_cast<double>(timer.nsecsElapsed()) / kNsPerMs;
}

double ownStart()
{
    SessionRun run;
    // As the window does it: before Start it shows the outside.
    run.session.send(InspectRequest{});
    if (!run.waitFor([&] { return run.state().facets.size() == kAllFacets.size(); })) {
        return -1;
    }
    QElapsedTimer timer;
    timer.start();
    run.start(allEight(u"bench"_s), 0);
    QEventLoop loop;
    double result = -1;
    QObject::connect(&run.session, &Session::eventReceived, &loop, [&] {
        if (result < 0 && run.state().facets.size() == 2 * kCardFacets.size()) {
            result = milliseconds(timer);
            loop.quit();
        }
    });
    loop.exec();
    run.session.send(StopRequest{});
    return run.waitForEnd() ? result : -1;
}

double peer()
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(u"unshare"_s,
                  {u"--user"_s,
                   u"--map-root-user"_s,
                   u"--mount"_s,
                   u"--pid"_s,
                   u"--fork"_s,
                   u"--mount-proc"_s, // as the container has it
                   u"--uts"_s,
                   u"--ipc"_s,
                   u"--net"_s,
                   u"--cgroup"_s,
                   u"--time"_s,
                   u"true"_s});
    process.waitForFinished();
    return process.exitCode() == 0 ? milliseconds(timer) : -1;
}

/** The kernel takes network namespaces apart in the background, and holds its locks meanwhile. */
void rest()
{
    QThread::msleep(kRestMs);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/** The times of one window size and of the peer beside it. */
struct Series {
    const char *name;
    std::vector<double> own;
    std::vector<double> other;

    /** In turn first and second: each warms the kernel's caches for the other. */
    void measure(int runs)
    {
        rest();
        ownStart(); // what came before left other things in the caches
        for (int i = 0; i < runs; ++i) {
            rest();
            if (i % 2 == 0) {
                own.push_back(ownStart());
                rest();
                other.push_back(peer());
            } else {
                other.push_back(peer());
                rest();
                own.push_back(ownStart());
            }
        }
    }

    void report() const
    {
        std::puts(qPrintable(
            u"%1 own %2 ms   unshare %3 ms   ratio %4"_s.arg(QLatin1StringView(name), -24)
                .arg(median(own), 6, 'f', 2)
                .arg(median(other), 6, 'f', 2)
                .arg(median(own) / median(other), 0, 'f', 2)));
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 51;
    constexpr std::size_t kBallast = std::size_t{300} << 20;
    constexpr int kBlocks = 5; // a machine is not equally fast at all times
    Series small{.name = "small window", .own = {}, .other = {}};
    Series large{.name = "window of 300 MiB", .own = {}, .other = {}};
    for (int block = 0; block < kBlocks; ++block) {
        small.measure((runs + kBlocks - 1) / kBlocks);
        const std::vector<char> ballast(kBallast, static_cast<char>(block + 1));
        large.measure((runs + kBlocks - 1) / kBlocks);
        if (ballast.back() != static_cast<char>(block + 1)) {
            return 1;
        }
    }
    small.report();
    large.report();
    std::puts(qPrintable(
        u"large against small      %1"_s.arg(median(large.own) / median(small.own), 0, 'f', 2)));
    return 0;
}
