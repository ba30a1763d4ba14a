// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/socketdiag.h"

#include "core/kernel/attributes.h"
#include "core/kernel/procfs.h"

#include <array>

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
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

QString unixType(unsigned type)
{
    switch (type) {
    case SOCK_STREAM:
        return u"stream"_s;
    case SOCK_DGRAM:
        return u"dgram"_s;
    case SOCK_SEQPACKET:
        return u"seqpacket"_s;
    default:
        return QString::number(type);
    }
}

/** An abstract name begins with a zero, and may have more of them; they are shown as ss(8) does. */
QString unixName(QByteArrayView name)
{
    QByteArray text = name.toByteArray();
    if (text.startsWith('\0')) {
        text.replace('\0', '@');
    } else if (const qsizetype end = text.indexOf('\0'); end >= 0) {
        text.truncate(end);
    }
    return QString::fromUtf8(text);
}

/** "0000000000000000: 00000002 00000000 00010000 0001 01 12345 /run/socket" */
std::optional<UnixSocket> unixSocketOf(QByteArrayView line)
{
    constexpr int kHexadecimal = 16;
    constexpr unsigned kAcceptsConnections = 1U << 16U;
    constexpr unsigned kConnected = 3; // SS_CONNECTED
    enum Column : std::uint8_t { Flags = 3, Type, State, Inode, Path };
    const Columns columns = columnsOf(line);
    if (columns.size() <= Inode) {
        return std::nullopt;
    }
    const auto flags = parseNumber<unsigned>(columns.at(Flags), kHexadecimal);
    const auto type = parseNumber<unsigned>(columns.at(Type), kHexadecimal);
    const auto state = parseNumber<unsigned>(columns.at(State), kHexadecimal);
    const auto inode = parseNumber<std::uint64_t>(columns.at(Inode));
    if (!flags || !type || !state || !inode) {
        return std::nullopt;
    }
    UnixSocket socket;
    socket.type = unixType(*type);
    if ((*flags & kAcceptsConnections) != 0) {
        socket.state = u"LISTEN"_s;
    } else {
        socket.state = *state == kConnected ? u"ESTAB"_s : u"UNCONN"_s;
    }
    socket.inode = *inode;
    if (columns.size() > Path) {
        // The name is the rest of the line, and may have spaces in it.
        socket.path = QString::fromUtf8(line.sliced(columns.at(Path).data() - line.data()));
    }
    return socket;
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

std::optional<UnixSocket> parseUnixSocket(const nlmsghdr *message)
{
    Attributes<UNIX_DIAG_MAX + 1> attributes{};
    if (message->nlmsg_type != SOCK_DIAG_BY_FAMILY
        || nlmsg_datalen(message) < static_cast<int>(sizeof(unix_diag_msg))
        || !parseAttributes(message, sizeof(unix_diag_msg), attributes)) {
        return std::nullopt;
    }
    const auto *found = static_cast<const unix_diag_msg *>(nlmsg_data(message));
    if (found->udiag_family != AF_UNIX) {
        return std::nullopt;
    }
    UnixSocket socket;
    socket.type = unixType(found->udiag_type);
    socket.state = stateName(found->udiag_state, false);
    socket.inode = found->udiag_ino;
    socket.peer = numberOf(attributes[UNIX_DIAG_PEER]);
    if (attributes[UNIX_DIAG_NAME] != nullptr) {
        socket.path = unixName(bytesOf(attributes[UNIX_DIAG_NAME]));
    }
    if (attributes[UNIX_DIAG_UID] != nullptr) {
        socket.uid = numberOf(attributes[UNIX_DIAG_UID]);
    }
    return socket;
}

Rows<UnixSocket> parseUnixTable(QByteArrayView bytes)
{
    return rowsOf<UnixSocket>(bytes, unixSocketOf, 1);
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
