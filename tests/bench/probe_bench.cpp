// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// probe_bench [ROUNDS] [COMMAND…]: what each facet costs where it is run, in the same run as a
// command that tells the same. For example, in private namespaces with 1,000 queues: probe_bench
// 200 ipcs -a. Then what its frame costs on the session socket, at either end.
#include "core/kernel/procfs.h"
#include "core/probe/probe.h"
#include "core/wire/frame.h"

#include <QProcess>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include <fcntl.h>

using namespace nsw;

namespace
{

using Clock = std::chrono::steady_clock;

double medianMicroseconds(int rounds, const std::function<void()> &work)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        work();
        times << std::chrono::duration<double, std::micro>(Clock::now() - start).count();
    }
    std::ranges::sort(times);
    return times.at(times.size() / 2);
}

/** A facet becomes a frame in the supervisor, and a value again in the window. */
void printFrame(FacetKind kind, const Vantage &vantage, int rounds)
{
    const auto facet = takeFacet(kind, vantage);
    const Event event = FacetEvent{
        .container = QStringLiteral("bench"), .side = Side::Inside, .kind = kind, .facet = facet};
    const QByteArray frame = encodeFrame(event);
    const double encoding
        = medianMicroseconds(rounds, [&] { static_cast<void>(encodeFrame(event)); });
    bool arrived = true;
    const double decoding = medianMicroseconds(rounds, [&] {
        FrameDecoder<Event> decoder(kMaxEventSize);
        decoder.append(frame);
        arrived = decoder.next().has_value() && arrived;
    });
    std::printf("%-12s %7lld bytes, encode %8.1f µs, decode %8.1f µs, %.2f of it%s\n",
                nameOf(kind).data(),
                static_cast<long long>(frame.size()),
                encoding,
                decoding,
                decoding / encoding,
                arrived ? "" : ", did not arrive");
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    constexpr int kDefaultRounds = 200;
    const int rounds
        = arguments.isEmpty() ? kDefaultRounds : std::max(1, arguments.takeFirst().toInt());
    const UniqueFd proc(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const Vantage vantage{.proc = proc.get(), .pid = QStringLiteral("self")};

    double all = 0;
    for (const FacetKind kind : kAllFacets) {
        const double time
            = medianMicroseconds(rounds, [&] { static_cast<void>(takeFacet(kind, vantage)); });
        all += time;
        std::printf("%-12s %10.1f µs\n", nameOf(kind).data(), time);
    }
    std::printf("%-12s %10.1f µs\n", "all", all);
    for (const FacetKind kind : kAllFacets) {
        printFrame(kind, vantage, rounds);
    }
    if (!arguments.isEmpty()) {
        const QString program = arguments.takeFirst();
        constexpr int kCommandRounds = 15;
        const double command = medianMicroseconds(kCommandRounds, [&] {
            QProcess process;
            process.start(program, arguments);
            process.waitForFinished(-1);
        });
        std::printf("%-12s %10.1f µs, all facets take %.3f of it\n",
                    qPrintable(program),
                    command,
                    all / command);
    }
    return 0;
}
