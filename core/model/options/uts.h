// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

struct NewUts {
    static constexpr QLatin1StringView kTag{"new"};
    std::optional<QString> hostname;
    std::optional<QString> domainname;
    bool operator==(const NewUts &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hostname", &NewUts::hostname),
                          field("domainname", &NewUts::domainname)};
    }
};

} // namespace nsw
