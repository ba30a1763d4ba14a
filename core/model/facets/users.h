// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A line of /proc/PID/uid_map or gid_map as the reader sees it. */
struct MappedRange {
    std::uint32_t inside = 0;
    std::uint32_t outside = 0;
    std::uint32_t count = 0;
    bool operator==(const MappedRange &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("inside", &MappedRange::inside),
                          field("outside", &MappedRange::outside),
                          field("count", &MappedRange::count)};
    }
};

/** The four user or group ids of a process (credentials(7)). */
struct IdSet {
    std::uint32_t real = 0;
    std::uint32_t effective = 0;
    std::uint32_t saved = 0;
    std::uint32_t filesystem = 0;
    bool operator==(const IdSet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("real", &IdSet::real),
                          field("effective", &IdSet::effective),
                          field("saved", &IdSet::saved),
                          field("filesystem", &IdSet::filesystem)};
    }
};

/** The five capability sets by name, "cap_sys_admin" (capabilities(7)). */
struct CapabilitySets {
    QStringList inheritable;
    QStringList permitted;
    QStringList effective;
    QStringList bounding;
    QStringList ambient;
    bool operator==(const CapabilitySets &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("inheritable", &CapabilitySets::inheritable),
                          field("permitted", &CapabilitySets::permitted),
                          field("effective", &CapabilitySets::effective),
                          field("bounding", &CapabilitySets::bounding),
                          field("ambient", &CapabilitySets::ambient)};
    }
};

struct UsersFacet {
    static constexpr FacetKind kKind = FacetKind::Users;
    IdSet uid;
    IdSet gid;
    QList<std::uint32_t> groups;
    QList<MappedRange> uidMap;
    QList<MappedRange> gidMap;
    QString setgroups; ///< "allow" or "deny"
    CapabilitySets capabilities;
    bool noNewPrivs = false;
    /** PR_GET_SECUREBITS, "SECBIT_NOROOT", of a process that enters as a prober does. Those of
     * another process nobody but itself can read (capabilities(7)). */
    QStringList secureBits;
    QList<Error> diagnostics;
    bool operator==(const UsersFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("uid", &UsersFacet::uid),
                          field("gid", &UsersFacet::gid),
                          field("groups", &UsersFacet::groups),
                          field("uidMap", &UsersFacet::uidMap),
                          field("gidMap", &UsersFacet::gidMap),
                          field("setgroups", &UsersFacet::setgroups),
                          field("capabilities", &UsersFacet::capabilities),
                          field("noNewPrivs", &UsersFacet::noNewPrivs),
                          field("secureBits", &UsersFacet::secureBits),
                          field("diagnostics", &UsersFacet::diagnostics)};
    }
};

} // namespace nsw
