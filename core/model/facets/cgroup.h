// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A line of /proc/PID/cgroup (cgroups(7)). */
struct CgroupPath {
    std::int32_t hierarchy = 0; ///< 0: the unified hierarchy, version 2
    QStringList controllers;
    QString path;
    bool operator==(const CgroupPath &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hierarchy", &CgroupPath::hierarchy),
                          field("controllers", &CgroupPath::controllers),
                          field("path", &CgroupPath::path)};
    }
};

struct CgroupFacet {
    static constexpr FacetKind kKind = FacetKind::Cgroup;
    QString path; ///< in the unified hierarchy, else in the first one
    QList<CgroupPath> hierarchies;
    QList<Error> diagnostics;
    bool operator==(const CgroupFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("path", &CgroupFacet::path),
                          field("hierarchies", &CgroupFacet::hierarchies),
                          field("diagnostics", &CgroupFacet::diagnostics)};
    }
};

} // namespace nsw
