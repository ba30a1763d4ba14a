// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/passfd.h"

#include "core/kernel/failure.h"

#include <array>
#include <cstring>

#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** A message of one byte with room for one descriptor beside it. */
struct Parcel {
    Parcel()
    {
        message.msg_iov = &content;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
    }
    Parcel(const Parcel &) = delete;
    Parcel &operator=(const Parcel &) = delete;
    Parcel(Parcel &&) = delete;
    Parcel &operator=(Parcel &&) = delete;
    ~Parcel() = default;

    char byte = 0;
    iovec content{.iov_base = &byte, .iov_len = 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
};

} // namespace

Result<void> sendFd(int socket, int fd)
{
    Parcel parcel;
    cmsghdr *header = CMSG_FIRSTHDR(&parcel.message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(header), &fd, sizeof fd);
    if (::sendmsg(socket, &parcel.message, MSG_NOSIGNAL) < 0) {
        return failure("sendmsg"_L1);
    }
    return {};
}

UniqueFd receiveFd(int socket)
{
    Parcel parcel;
    if (::recvmsg(socket, &parcel.message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) <= 0) {
        return {};
    }
    const cmsghdr *header = CMSG_FIRSTHDR(&parcel.message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS
        || header->cmsg_len != CMSG_LEN(sizeof(int))) {
        return {};
    }
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
    return UniqueFd(fd);
}

} // namespace nsw
