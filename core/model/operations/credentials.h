// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

/** Who the process inside is. */
namespace nsw::op
{

struct Setgroups {
    static constexpr QLatin1StringView kTag{"setgroups"};
    QList<std::uint32_t> groups;
    bool operator==(const Setgroups &) const = default;
    static constexpr auto fields() { return std::tuple{field("groups", &Setgroups::groups)}; }
};

/** setresgid(2): real, effective and saved at once. */
struct Setresgid {
    static constexpr QLatin1StringView kTag{"setresgid"};
    std::uint32_t gid = 0;
    bool operator==(const Setresgid &) const = default;
    static constexpr auto fields() { return std::tuple{field("gid", &Setresgid::gid)}; }
};

/** setresuid(2): real, effective and saved at once. */
struct Setresuid {
    static constexpr QLatin1StringView kTag{"setresuid"};
    std::uint32_t uid = 0;
    bool operator==(const Setresuid &) const = default;
    static constexpr auto fields() { return std::tuple{field("uid", &Setresuid::uid)}; }
};

} // namespace nsw::op
