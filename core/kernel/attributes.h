// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

#include <netlink/attr.h>
#include <netlink/msg.h>

/** Attributes of a netlink(7) message, as values. */
namespace nsw
{

template<std::size_t N>
using Attributes = std::array<nlattr *, N>;

template<std::size_t N>
bool parseAttributes(const nlmsghdr *message, std::size_t headerLength, Attributes<N> &to)
{
    // libnl takes what it only reads as non-const.
    auto *mutableMessage = const_cast<nlmsghdr *>(message);
    return nlmsg_parse(mutableMessage,
                       static_cast<int>(headerLength),
                       to.data(),
                       static_cast<int>(N) - 1,
                       nullptr)
        >= 0;
}

QByteArrayView bytesOf(const nlattr *attribute);
/** Up to its first zero; empty where there is none. */
QString stringOf(const nlattr *attribute);
/** 0 where there is none. */
std::uint32_t numberOf(const nlattr *attribute);

/** "inet" or "inet6". */
QString nameOfFamily(unsigned char family);
QString addressText(unsigned char family, QByteArrayView bytes);

} // namespace nsw
