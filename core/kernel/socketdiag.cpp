// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/socketdiag.h"

#include "core/kernel/procfs.h"

#include <array>

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <netlink/msg.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString stateName(unsigned state, bool hasRemote)
{
    // The states of <netinet/tcp.h> in the words of ss(8).
    constexpr std::array kStates{""_L1,
                                 "ESTAB"_L1,
                                 "SYN-SENT"_L1,
                                 "SYN-RECV"_L1,
                                 "FIN-WAIT-1"_L1,
                                 "FIN-WAIT-2"_L1,
                                 "TIME-WAIT"_L1,
                                 "UNCONN"_L1,
                                 "CLOSE-WAIT"_L1,
                                 "LAST-ACK"_L1,
                                 "LISTEN"_L1,
                                 "CLOSING"_L1};
    if (state == 0 || state >= kStates.size()) {
        return hasRemote ? u"ESTAB"_s : u"UNCONN"_s;
    }
    return kStates.at(state);
}

QString addressOf(int family, const __be32 *bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, bytes, text.data(), text.size()) != nullptr
        ? QString::fromLatin1(text.data())
        : QString();
}

} // namespace

std::optional<Socket> parseSocket(const nlmsghdr *message)
{
    if (message->nlmsg_type != SOCK_DIAG_BY_FAMILY
        || nlmsg_datalen(message) < static_cast<int>(sizeof(inet_diag_msg))) {
        return std::nullopt;
    }
    const auto *found = static_cast<const inet_diag_msg *>(nlmsg_data(message));
    const int family = found->idiag_family;
    if (family != AF_INET && family != AF_INET6) {
        return std::nullopt;
    }
    Socket socket;
    socket.family = family == AF_INET6 ? u"inet6"_s : u"inet"_s;
    socket.localAddress = addressOf(family, found->id.idiag_src);
    socket.localPort = ntohs(found->id.idiag_sport);
    socket.remotePort = ntohs(found->id.idiag_dport);
    if (socket.remotePort != 0) {
        socket.remoteAddress = addressOf(family, found->id.idiag_dst);
    }
    socket.state = stateName(found->idiag_state, socket.remotePort != 0);
    socket.uid = found->idiag_uid;
    socket.inode = found->idiag_inode;
    return socket;
}

SocketHolders socketHolders(int proc)
{
    SocketHolders holders;
    const auto pids = processesAt(proc);
    for (const std::int32_t pid : pids.value_or(QList<std::int32_t>())) {
        const auto directory = openAt(proc, QByteArray::number(pid) + "/fd", O_DIRECTORY);
        if (!directory) {
            continue; // not ours to look at, or gone
        }
        for (const QByteArray &fd :
             entriesAt(directory->get(), "."_ba).value_or(QList<QByteArray>())) {
            const auto link = readLinkAt(directory->get(), fd);
            if (!link || !link->startsWith("socket:[")) {
                continue;
            }
            QList<std::int32_t> &pidsOf = holders[namespaceInodeOf(*link)];
            if (pidsOf.isEmpty() || pidsOf.last() != pid) {
                pidsOf << pid;
            }
        }
    }
    return holders;
}

} // namespace nsw
