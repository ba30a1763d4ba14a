// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <functional>
#include <memory>

#include <netlink/msg.h>
#include <netlink/socket.h>

namespace nsw
{

struct FreeMessage {
    void operator()(nl_msg *message) const { nlmsg_free(message); }
};
using NetlinkMessage = std::unique_ptr<nl_msg, FreeMessage>;

/** A request of `type` with `header` as its fixed part, to which attributes can be put. */
template<class Header>
NetlinkMessage dumpRequest(int type, const Header &header)
{
    NetlinkMessage message(nlmsg_alloc_simple(type, NLM_F_REQUEST | NLM_F_DUMP));
    Header copy = header;
    nlmsg_append(message.get(), &copy, sizeof copy, NLMSG_ALIGNTO);
    return message;
}

/** A netlink(7) socket in the network namespace in which it was opened. */
class NetlinkSocket
{
public:
    /** `protocol`: NETLINK_ROUTE, NETLINK_SOCK_DIAG, … */
    static Result<NetlinkSocket> open(int protocol);

    /**
     * Asks, and hands every message of the answer to `visit`. EINTR says that the answer was not of
     * one moment, because something changed meanwhile: the messages were visited all the same.
     */
    Result<void> dump(nl_msg *request, const std::function<void(const nlmsghdr *)> &visit);

private:
    struct FreeSocket {
        void operator()(nl_sock *socket) const { nl_socket_free(socket); }
    };
    explicit NetlinkSocket(nl_sock *socket);

    std::unique_ptr<nl_sock, FreeSocket> m_socket;
    std::unique_ptr<char[]> m_buffer;
};

} // namespace nsw
