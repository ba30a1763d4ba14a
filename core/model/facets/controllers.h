// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A file of a cgroup (cgroups(7)). */
struct CgroupSetting {
    QString name; ///< "memory.max", "cgroup.controllers"
    QString value; ///< without the line end; lines are kept
    bool operator==(const CgroupSetting &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &CgroupSetting::name),
                          field("value", &CgroupSetting::value)};
    }
};

/** The cgroup of the process in the unified hierarchy, always read from outside. */
struct ControllersFacet {
    static constexpr FacetKind kKind = FacetKind::Controllers;
    QString path; ///< as the outside has it
    QList<CgroupSetting> settings;
    QList<Error> diagnostics;
    bool operator==(const ControllersFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("path", &ControllersFacet::path),
                          field("settings", &ControllersFacet::settings),
                          field("diagnostics", &ControllersFacet::diagnostics)};
    }
};

} // namespace nsw
