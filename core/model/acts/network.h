// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw::act
{

struct SwitchLink {
    static constexpr QLatin1StringView kTag{"switchLink"};
    QString link;
    bool up = true;
    bool operator==(const SwitchLink &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("link", &SwitchLink::link),
                          requiredField("up", &SwitchLink::up)};
    }
};

struct AddAddress {
    static constexpr QLatin1StringView kTag{"addAddress"};
    QString link;
    QString address; ///< IPv4 or IPv6
    std::int32_t prefixLength = 0;
    bool operator==(const AddAddress &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("link", &AddAddress::link),
                          requiredField("address", &AddAddress::address),
                          requiredField("prefixLength", &AddAddress::prefixLength)};
    }
};

} // namespace nsw::act
