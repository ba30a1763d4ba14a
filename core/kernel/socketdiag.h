// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

#include <QHash>

#include <linux/netlink.h>

/** Internet and unix sockets, by sock_diag(7). */
namespace nsw
{

/** From inet_diag_msg; its protocol is that of the question. */
std::optional<Socket> parseSocket(const nlmsghdr *message);

/** From unix_diag_msg. */
std::optional<UnixSocket> parseUnixSocket(const nlmsghdr *message);

/** /proc/PID/net/unix, which tells less: neither the other end nor the owner. */
Rows<UnixSocket> parseUnixTable(QByteArrayView bytes);

using SocketHolders = QHash<std::uint64_t, QList<std::int32_t>>;

/** Which processes hold a socket, by its inode, as far as their fds can be read. */
SocketHolders socketHolders(int proc);

} // namespace nsw
