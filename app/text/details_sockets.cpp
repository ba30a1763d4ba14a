// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/units.h"
#include "app/text/words.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString nameOfProcess(const ProcessesFacet *processes, std::int32_t pid)
{
    for (const Process &process : orNone(processes != nullptr ? &processes->processes : nullptr)) {
        if (process.pids.value(0) == pid) {
            return QString::number(pid) + u' ' + process.name;
        }
    }
    return QString::number(pid);
}

QString holdersText(const ProcessesFacet *processes, const QList<std::int32_t> &pids)
{
    QStringList holders;
    for (const std::int32_t pid : pids) {
        holders << nameOfProcess(processes, pid);
    }
    return holders.join(u", "_s);
}

} // namespace

DetailTable socketsTable(const Known &known)
{
    DetailTable table{
        .id = "sockets"_L1,
        .title = translate("Details", "Sockets"),
        .note
        = translate("Details",
                    "TCP and UDP. The processes are those whose descriptors can be read; their "
                    "PIDs are those of the outside."),
        .columns = {translate("Details", "Protocol"),
                    translate("Details", "State"),
                    translate("Details", "Local"),
                    translate("Details", "Remote"),
                    translate("Details", "Process"),
                    translate("Details", "User")},
        .rows = {},
        .told = Told::Place,
        .nameColumns = 3,
    };
    const auto *processes = known.facet<ProcessesFacet>(Side::Outside);
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<SocketsFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        for (const Socket &socket : orNone(facet != nullptr ? &facet->sockets : nullptr)) {
            const QString remote = socket.remoteAddress.isEmpty()
                ? QString()
                : words::endpoint(socket.remoteAddress, socket.remotePort);
            table.rows << DetailRow{
                .key = nameOf(side) + u':' + QString::number(socket.inode) + u':'
                    + socket.localAddress + QString::number(socket.localPort) + remote,
                .cells = {socket.protocol + (socket.family == "inet6"_L1 ? u" v6"_s : u""_s),
                          socket.state,
                          words::endpoint(socket.localAddress, socket.localPort),
                          remote,
                          holdersText(processes, socket.pids),
                          QString::number(socket.uid)},
                .difference = difference};
        }
    }
    return table;
}

DetailTable unixSocketsTable(const Known &known)
{
    DetailTable table{
        .id = "unix-sockets"_L1,
        .title = translate("Details", "Unix sockets"),
        .note
        = translate("Details",
                    "Listed by the network namespace in which each was made. One with a path is "
                    "found through the file system, so that a network namespace does not keep "
                    "anybody from it; abstract names (“@”) are the namespace's own (unix(7))."),
        .columns = {translate("Details", "Name"),
                    translate("Details", "Type"),
                    translate("Details", "State"),
                    translate("Details", "Process"),
                    translate("Details", "Process at the other end"),
                    translate("Details", "Number"),
                    translate("Details", "Other end"),
                    translate("Details", "User")},
        .rows = {},
        .told = Told::Place,
    };
    const auto *processes = known.facet<ProcessesFacet>(Side::Outside);
    for (const Side side : known.sidesOf(NsKind::Network)) {
        const auto *facet = known.facet<SocketsFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Network);
        for (const UnixSocket &socket : orNone(facet != nullptr ? &facet->unixSockets : nullptr)) {
            table.rows << DetailRow{
                .key = nameOf(side) + u':' + QString::number(socket.inode),
                .cells
                = {socket.path.isEmpty() ? translate("Details", "without a name") : socket.path,
                   socket.type,
                   socket.state,
                   holdersText(processes, socket.pids),
                   holdersText(processes, socket.peerPids),
                   QString::number(socket.inode),
                   socket.peer != 0 ? QString::number(socket.peer) : QString(),
                   socket.uid ? QString::number(*socket.uid) : u"–"_s},
                .difference = difference};
        }
    }
    return table;
}

} // namespace nsw
