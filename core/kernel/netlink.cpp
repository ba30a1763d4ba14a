// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/netlink.h"

#include "core/kernel/failure.h"

#include <cstring>

#include <linux/netlink.h>
#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

// The kernel fills up to this much at once when the reader offers it (netlink_recvmsg()).
constexpr std::size_t kBufferSize = 32768;

/** How far the answer to a request has come. */
struct Answer {
    bool isDone = false;
    int error = 0; ///< EINTR: it is not of one moment
};

/** The errno that a message of type NLMSG_ERROR or NLMSG_DONE carries; 0: none. */
int errorOf(const nlmsghdr *header)
{
    int error = 0;
    if (nlmsg_datalen(header) >= static_cast<int>(sizeof error)) {
        std::memcpy(&error, nlmsg_data(header), sizeof error);
    }
    return -error;
}

/** The messages of one datagram. */
void take(Answer &answer,
          char *buffer,
          int left,
          std::uint32_t sequence,
          const std::function<void(const nlmsghdr *)> &visit)
{
    for (auto *message = reinterpret_cast<nlmsghdr *>(buffer); nlmsg_ok(message, left) != 0;
         message = nlmsg_next(message, &left)) {
        if (message->nlmsg_seq != sequence) {
            continue; // of an answer that was given up
        }
        if ((message->nlmsg_flags & NLM_F_DUMP_INTR) != 0) {
            answer.error = EINTR;
        }
        if (message->nlmsg_type != NLMSG_ERROR && message->nlmsg_type != NLMSG_DONE) {
            visit(message);
            continue;
        }
        answer.isDone = true;
        if (const int error = errorOf(message); error != 0) {
            answer.error = error;
        }
    }
}

} // namespace

NetlinkSocket::NetlinkSocket(nl_sock *socket)
    : m_socket(socket)
    , m_buffer(std::make_unique_for_overwrite<char[]>(kBufferSize))
{
}

Result<NetlinkSocket> NetlinkSocket::open(int protocol)
{
    NetlinkSocket socket(nl_socket_alloc());
    if (!socket.m_socket) {
        return failure("socket"_L1, u"netlink"_s, ENOMEM);
    }
    // libnl opens it close-on-exec. It has its own error numbers; errno is still that of the call.
    errno = 0;
    if (nl_connect(socket.m_socket.get(), protocol) < 0) {
        return failure("socket"_L1, u"netlink"_s, errno != 0 ? errno : EPROTO);
    }
    // Lets the kernel filter (Linux 4.20). Without it more messages come, and are dropped here.
    const int one = 1;
    static_cast<void>(::setsockopt(nl_socket_get_fd(socket.m_socket.get()),
                                   SOL_NETLINK,
                                   NETLINK_GET_STRICT_CHK,
                                   &one,
                                   sizeof one));
    return socket;
}

Result<void> NetlinkSocket::dump(nl_msg *request, const std::function<void(const nlmsghdr *)> &visit)
{
    nl_complete_msg(m_socket.get(), request);
    const std::uint32_t sequence = nlmsg_hdr(request)->nlmsg_seq;
    const int fd = nl_socket_get_fd(m_socket.get());
    const nlmsghdr *const header = nlmsg_hdr(request);
    if (::send(fd, header, header->nlmsg_len, 0) < 0) {
        return failure("send"_L1, u"netlink"_s);
    }
    Answer answer;
    while (!answer.isDone) {
        const ssize_t got = ::recv(fd, m_buffer.get(), kBufferSize, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return failure("recv"_L1, u"netlink"_s, got == 0 ? EPROTO : errno);
        }
        take(answer, m_buffer.get(), static_cast<int>(got), sequence, visit);
    }
    if (answer.error != 0) {
        return failure("netlink"_L1, {}, answer.error);
    }
    return {};
}

} // namespace nsw
