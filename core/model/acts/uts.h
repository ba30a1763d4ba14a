// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

/** The names of the machine (uname(2)). */
namespace nsw::act
{

struct SetHostname {
    static constexpr QLatin1StringView kTag{"setHostname"};
    QString name;
    bool operator==(const SetHostname &) const = default;
    static constexpr auto fields() { return std::tuple{requiredField("name", &SetHostname::name)}; }
};

struct SetDomainname {
    static constexpr QLatin1StringView kTag{"setDomainname"};
    QString name;
    bool operator==(const SetDomainname &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("name", &SetDomainname::name)};
    }
};

} // namespace nsw::act
