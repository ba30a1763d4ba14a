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

/** sendto(2) of RTM_NEWLINK to the kernel: a pair of links of the kind veth, the one end in the
 * network namespace of the caller, the other one in that of the process inside. Both or none. */
struct NewVeth {
    static constexpr QLatin1StringView kTag{"sendto"};
    QString outside;
    QString inside;
    bool operator==(const NewVeth &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("outside", &NewVeth::outside), field("inside", &NewVeth::inside)};
    }
};

/** pwrite(2) to a file below /proc/sys/net. */
struct NetworkSetting {
    static constexpr QLatin1StringView kTag{"pwrite64"};
    QString path;
    QString value;
    bool operator==(const NetworkSetting &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("path", &NetworkSetting::path),
                          field("value", &NetworkSetting::value)};
    }
};

} // namespace nsw::op
