// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// facets_bench: facets of a crowded machine against the programs that list the same, in one run.
// It crowds namespaces of its own: `unshare --user --map-root-user --mount --net --ipc
// facets_bench`.
#include "core/kernel/fd.h"
#include "core/kernel/netlink.h"
#include "core/kernel/procfs.h"
#include "core/probe/probe.h"

#include <QProcess>
#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kRounds = 9;

double medianMilliseconds(const std::function<void()> &work)
{
    using Clock = std::chrono::steady_clock;
    QList<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = Clock::now();
        work();
        times << std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }
    std::ranges::sort(times);
    return times.at(times.size() / 2);
}

/** The program's output is read: it would wait for that. */
void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    (void)process.readAllStandardOutput();
}

/** What the kernel takes to tell the same, with nobody who makes sense of it: no facet is quicker.
 */
void askForLinks()
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    ifinfomsg link{};
    const NetlinkMessage links = dumpRequest(RTM_GETLINK, link);
    nla_put_u32(links.get(), IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    ifaddrmsg address{};
    const NetlinkMessage addresses = dumpRequest(RTM_GETADDR, address);
    for (nl_msg *request : {links.get(), addresses.get()}) {
        static_cast<void>(socket->dump(request, [](const nlmsghdr *) { }));
    }
}

void readMounts()
{
    static_cast<void>(readAt(AT_FDCWD, "/proc/self/mountinfo"));
}

void compareWith(const QString &what,
                 FacetKind kind,
                 const QString &program,
                 const QStringList &arguments,
                 const std::function<void()> &kernelAlone = {})
{
    const UniqueFd proc(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const Vantage vantage{.proc = proc.get(), .pid = u"self"_s};
    const double own = medianMilliseconds([&] { static_cast<void>(takeFacet(kind, vantage)); });
    const double other = medianMilliseconds([&] { run(program, arguments); });
    std::puts(qUtf8Printable(u"%1 own %2 ms   %3 %4 ms   ratio %5"_s.arg(what, -22)
                                 .arg(own, 8, 'f', 2)
                                 .arg(program, -8)
                                 .arg(other, 9, 'f', 2)
                                 .arg(own / other, 0, 'f', 3)));
    if (kernelAlone) {
        std::puts(qUtf8Printable(u"%1 of it the kernel alone: ratio %2"_s.arg(QString(), -22)
                                     .arg(medianMilliseconds(kernelAlone) / other, 0, 'f', 3)));
    }
}

/** The plainest links that this kernel has: others have attributes that cost the kernel more than
 * all the rest. */
QString linkType()
{
    for (const QString &type : {u"dummy"_s, u"ifb"_s}) {
        if (QProcess::execute(u"ip"_s, {u"link"_s, u"add"_s, u"d0"_s, u"type"_s, type}) == 0) {
            QProcess::execute(u"ip"_s, {u"link"_s, u"del"_s, u"d0"_s});
            return type;
        }
    }
    return u"bridge"_s;
}

void addLinks(const QString &type, int from, int to)
{
    QProcess batch;
    batch.start(u"ip"_s, {u"-batch"_s, u"-"_s});
    for (int i = from; i < to; ++i) {
        batch.write(qPrintable(u"link add d%1 type %4\naddr add 10.%2.%3.1/24 dev d%1\n"_s.arg(i)
                                   .arg(i / 250)
                                   .arg(i % 250)
                                   .arg(type)));
    }
    batch.closeWriteChannel();
    batch.waitForFinished(-1);
}

bool addMounts(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const QByteArray path = "/mnt/" + QByteArray::number(i);
        (void)::mkdir(path.constData(), 0755);
        if (::mount("none", path.constData(), "tmpfs", 0, "size=4k") != 0) {
            return false;
        }
    }
    return true;
}

void addIpcObjects(int count)
{
    for (int i = 0; i < count; ++i) {
        (void)::msgget(IPC_PRIVATE, 0600);
        (void)::semget(IPC_PRIVATE, 1, 0600);
        (void)::shmget(IPC_PRIVATE, 4096, 0600);
    }
}

} // namespace

int main()
{
    constexpr int kFew = 100;
    constexpr int kMany = 1'000;
    constexpr int kVeryMany = 10'000;
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("none", "/mnt", "tmpfs", 0, nullptr) != 0) {
        std::puts("It needs namespaces of its own: see the first lines of its source.");
        return 1;
    }
    const QString type = linkType();
    std::puts(qUtf8Printable(u"links of type %1"_s.arg(type)));
    const QStringList addresses{u"-j"_s, u"addr"_s};
    addLinks(type, 0, kFew);
    compareWith(u"network, 100 links"_s, FacetKind::Network, u"ip"_s, addresses, askForLinks);
    addLinks(type, kFew, kMany);
    compareWith(u"network, 1000 links"_s, FacetKind::Network, u"ip"_s, addresses, askForLinks);
    addIpcObjects(kMany / 3);
    compareWith(u"IPC, 1000 objects"_s, FacetKind::Ipc, u"ipcs"_s, {u"-a"_s});
    if (!addMounts(0, kMany)) {
        return 1;
    }
    compareWith(u"mounts, 1000"_s, FacetKind::Mounts, u"findmnt"_s, {u"--json"_s}, readMounts);
    if (!addMounts(kMany, kVeryMany)) {
        return 1;
    }
    compareWith(u"mounts, 10000"_s, FacetKind::Mounts, u"findmnt"_s, {u"--json"_s}, readMounts);
    return 0;
}
