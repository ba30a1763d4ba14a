// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** How full the file system of a mount is (statvfs(3)). */
struct MountSpace {
    std::int32_t id = 0; ///< of the mount, as in MountPoint
    std::uint64_t size = 0; ///< bytes
    std::uint64_t used = 0; ///< bytes
    bool operator==(const MountSpace &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &MountSpace::id),
                          field("size", &MountSpace::size),
                          field("used", &MountSpace::used)};
    }
};

/**
 * The mounts that have a size. Left out are those that are hidden by another mount or that may not
 * be looked at, and file systems behind a network or a FUSE daemon, which may never answer.
 */
struct SpaceFacet {
    static constexpr FacetKind kKind = FacetKind::Space;
    QList<MountSpace> mounts;
    QList<Error> diagnostics;
    bool operator==(const SpaceFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mounts", &SpaceFacet::mounts),
                          field("diagnostics", &SpaceFacet::diagnostics)};
    }
};

} // namespace nsw
