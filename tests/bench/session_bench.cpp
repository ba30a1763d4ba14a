// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// session_bench [PROCESSES [SECONDS]], with NSW_SUPERVISOR set: what a live session costs while
// that many processes inside do nothing.
#include "tests/support/sessionrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Seconds of processor that a process and its children that ended have had (proc_pid_stat(5)). */
double processorSeconds(qint64 pid)
{
    constexpr qsizetype kUserTime = 11; // after the name: fields 14 to 17
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    double ticks = 0;
    for (qsizetype i = kUserTime; i < kUserTime + 4; ++i) {
        ticks += fields.at(i).toDouble();
    }
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

qint64 residentKiB(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    constexpr qint64 kPage = 4;
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * kPage
                                          : 0;
}

/** Waits for whatever comes, and does nothing else that would count as the client's share. */
void spend(std::chrono::seconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int processes = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    const int seconds = argc > 2 ? QByteArray(argv[2]).toInt() : 60;
    Container container;
    container.name = u"bench"_s;
    container.namespaces.user = NewUser{};
    container.namespaces.mount = NewMount{};
    container.namespaces.pid = NewPid{};
    container.command
        = {u"sh"_s,
           u"-c"_s,
           u"i=0; while [ $i -lt %1 ]; do sleep 10000 & i=$((i+1)); done; wait"_s.arg(processes)};
    SessionRun run;
    run.start(container, 1000);
    QElapsedTimer patience;
    patience.start();
    constexpr qint64 kPatienceMs = 120'000;
    qsizetype seen = 0;
    while (seen < processes && patience.elapsed() < kPatienceMs) {
        spend(1s);
        const auto *facet = run.facet<ProcessesFacet>(Side::Inside);
        seen = facet != nullptr ? facet->processes.size() : 0;
    }
    if (seen < processes) {
        std::puts("The processes did not appear.");
        return 1;
    }
    spend(2s); // the last change settles
    const qint64 supervisor = run.state().ready.pid;
    const double before = processorSeconds(supervisor);
    const double ownBefore = processorSeconds(::getpid());
    spend(std::chrono::seconds(seconds));
    const double share = (processorSeconds(supervisor) - before) / seconds;
    const double ownShare = (processorSeconds(::getpid()) - ownBefore) / seconds;
    std::puts(
        qPrintable(u"%1 idle processes: supervisor %2 % of a processor, client %3 %, resident %4 "
                   "and %5 MiB"_s.arg(processes)
                       .arg(share * 100, 0, 'f', 2)
                       .arg(ownShare * 100, 0, 'f', 2)
                       .arg(residentKiB(supervisor) / 1024)
                       .arg(residentKiB(::getpid()) / 1024)));
    run.session.send(StopRequest{});
    return run.waitForEnd() ? 0 : 1;
}
