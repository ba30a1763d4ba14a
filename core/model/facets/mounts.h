// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A line of /proc/PID/mountinfo (proc_pid_mountinfo(5)). */
struct MountPoint {
    std::int32_t id = 0;
    std::int32_t parent = 0;
    QString device; ///< "major:minor"
    QString root; ///< the part of the file system that is mounted
    QString target;
    QStringList options; ///< of this mount
    QStringList propagation; ///< optional fields: "shared:1", "master:2", "unbindable"
    QString filesystem;
    QString source;
    QStringList superOptions; ///< of the file system
    bool operator==(const MountPoint &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &MountPoint::id),
                          field("parent", &MountPoint::parent),
                          field("device", &MountPoint::device),
                          field("root", &MountPoint::root),
                          field("target", &MountPoint::target),
                          field("options", &MountPoint::options),
                          field("propagation", &MountPoint::propagation),
                          field("filesystem", &MountPoint::filesystem),
                          field("source", &MountPoint::source),
                          field("superOptions", &MountPoint::superOptions)};
    }
};

struct MountsFacet {
    static constexpr FacetKind kKind = FacetKind::Mounts;
    QList<MountPoint> mounts;
    QList<Error> diagnostics;
    bool operator==(const MountsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mounts", &MountsFacet::mounts),
                          field("diagnostics", &MountsFacet::diagnostics)};
    }
};

} // namespace nsw
