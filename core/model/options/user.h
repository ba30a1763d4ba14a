// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

#include <optional>

/** Options of a new user namespace (user_namespaces(7)). */
namespace nsw
{

/** An id outside the user namespace: a number, or "self", the id of whoever starts the container.
 */
struct OutsideId {
    std::optional<std::uint32_t> id; ///< absent: "self"
    bool operator==(const OutsideId &) const = default;
};

template<>
struct CustomCodec<OutsideId> {
    static void write(const OutsideId &id, QCborStreamWriter &to);
    static Decoded<OutsideId> decode(CborReader &from);
};

/** A line of uid_map or gid_map (user_namespaces(7)): `count` ids from `inside` are those from
 * `outside`. */
struct IdRange {
    std::uint32_t inside = 0;
    OutsideId outside;
    std::uint32_t count = 1;
    bool operator==(const IdRange &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("inside", &IdRange::inside),
                          requiredField("outside", &IdRange::outside),
                          field("count", &IdRange::count)};
    }
};

enum class SetgroupsPolicy : std::uint8_t { Deny, Allow };
template<>
struct EnumNames<SetgroupsPolicy> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("deny"),
                                                              QLatin1StringView("allow")};
};

struct NewUser {
    static constexpr QLatin1StringView kTag{"new"};
    QList<IdRange> uidMap{IdRange{}};
    QList<IdRange> gidMap{IdRange{}};
    SetgroupsPolicy setgroups = SetgroupsPolicy::Deny;
    bool operator==(const NewUser &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("uidMap", &NewUser::uidMap),
                          field("gidMap", &NewUser::gidMap),
                          field("setgroups", &NewUser::setgroups)};
    }
};

} // namespace nsw
