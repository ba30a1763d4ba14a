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
using Qt::StringLiterals::operator""_s;

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

/** `what` and its time as columns of a table, and what there is to say about it. */
void tell(const QString &what, double microseconds, const QString &more = {})
{
    std::puts(qUtf8Printable(u"%1 %2 µs"_s.arg(what, -12).arg(microseconds, 10, 'f', 1) + more));
}

/** A facet becomes a frame in the supervisor, and a value again in the window. */
void tellFrame(FacetKind kind, const Vantage &vantage, int rounds)
{
    const auto facet = takeFacet(kind, vantage);
    const Event event
        = FacetEvent{.container = u"bench"_s, .side = Side::Inside, .kind = kind, .facet = facet};
    const QByteArray frame = encodeFrame(event);
    const double encoding
        = medianMicroseconds(rounds, [&] { static_cast<void>(encodeFrame(event)); });
    bool arrived = true;
    const double decoding = medianMicroseconds(rounds, [&] {
        FrameDecoder<Event> decoder(kMaxEventSize);
        decoder.append(frame);
        arrived = decoder.next().has_value() && arrived;
    });
    tell(nameOf(kind) % u" encode"_s,
         encoding,
         u", decode %1 µs, %2 bytes%3"_s.arg(decoding, 0, 'f', 1)
             .arg(frame.size())
             .arg(arrived ? QString() : u", did not arrive"_s));
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
        tell(QString(nameOf(kind)), time);
    }
    tell(u"all"_s, all);
    for (const FacetKind kind : kAllFacets) {
        tellFrame(kind, vantage, rounds);
    }
    if (!arguments.isEmpty()) {
        const QString program = arguments.takeFirst();
        constexpr int kCommandRounds = 15;
        const double command = medianMicroseconds(kCommandRounds, [&] {
            QProcess process;
            process.start(program, arguments);
            process.waitForFinished(-1);
        });
        tell(program, command, u", all facets take %1 of it"_s.arg(all / command, 0, 'f', 3));
    }
    return 0;
}
