// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

/** The calls on mounts. */
namespace nsw::op
{

/** The flags of a Mount and the attributes of a MountSetattr, as mount(2) and mount_setattr(2) name
 * them. */
inline constexpr std::array kMountFlagNames{QLatin1StringView("MS_RDONLY"),
                                            QLatin1StringView("MS_NOSUID"),
                                            QLatin1StringView("MS_NODEV"),
                                            QLatin1StringView("MS_NOEXEC"),
                                            QLatin1StringView("MS_BIND"),
                                            QLatin1StringView("MS_REC"),
                                            QLatin1StringView("MS_PRIVATE"),
                                            QLatin1StringView("MS_SLAVE"),
                                            QLatin1StringView("MS_SHARED"),
                                            QLatin1StringView("MS_UNBINDABLE")};
inline constexpr std::array kMountAttributeNames{QLatin1StringView("MOUNT_ATTR_RDONLY"),
                                                 QLatin1StringView("MOUNT_ATTR_NOSUID"),
                                                 QLatin1StringView("MOUNT_ATTR_NODEV"),
                                                 QLatin1StringView("MOUNT_ATTR_NOEXEC")};

/** mount(2). */
struct Mount {
    static constexpr QLatin1StringView kTag{"mount"};
    QString source;
    QString target;
    QString filesystem;
    QStringList flags; ///< "MS_REC", "MS_PRIVATE", …
    QString data;
    bool operator==(const Mount &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("source", &Mount::source),
                          field("target", &Mount::target),
                          field("filesystem", &Mount::filesystem),
                          field("flags", &Mount::flags),
                          field("data", &Mount::data)};
    }
};

/** mount_setattr(2), Linux 5.12: makes a mount read-only without touching what the kernel locked.
 */
struct MountSetattr {
    static constexpr QLatin1StringView kTag{"mount_setattr"};
    QString target;
    bool recursive = false;
    QStringList set; ///< "MOUNT_ATTR_RDONLY", …
    bool operator==(const MountSetattr &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("target", &MountSetattr::target),
                          field("recursive", &MountSetattr::recursive),
                          field("set", &MountSetattr::set)};
    }
};

/** mkdir(2), of a mount point on a file system that the container itself mounted before. */
struct Mkdir {
    static constexpr QLatin1StringView kTag{"mkdir"};
    QString path;
    bool operator==(const Mkdir &) const = default;
    static constexpr auto fields() { return std::tuple{field("path", &Mkdir::path)}; }
};

/** umount2(2) with UMOUNT_NOFOLLOW and MNT_DETACH: with all that is mounted below it. */
struct Umount {
    static constexpr QLatin1StringView kTag{"umount2"};
    QString target;
    bool operator==(const Umount &) const = default;
    static constexpr auto fields() { return std::tuple{field("target", &Umount::target)}; }
};

} // namespace nsw::op
