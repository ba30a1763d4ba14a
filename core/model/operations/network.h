// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

/** Links and addresses. */
namespace nsw::op
{

/** ioctl(SIOCSIFFLAGS), which sets or clears IFF_UP (netdevice(7)). */
struct LinkFlags {
    static constexpr QLatin1StringView kTag{"ioctl"};
    QString link;
    bool up = true;
    bool operator==(const LinkFlags &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("link", &LinkFlags::link), field("up", &LinkFlags::up)};
    }
};

/** sendmsg(2) of RTM_NEWADDR to the kernel (rtnetlink(7)). */
struct NewAddress {
    static constexpr QLatin1StringView kTag{"sendmsg"};
    QString link;
    QString address;
    std::int32_t prefixLength = 0;
    bool operator==(const NewAddress &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("link", &NewAddress::link),
                          field("address", &NewAddress::address),
                          field("prefixLength", &NewAddress::prefixLength)};
    }
};

} // namespace nsw::op
