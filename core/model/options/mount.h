// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

#include <QStringList>

/** Options of a new mount namespace (mount_namespaces(7)). */
namespace nsw
{

/** What a mount does with mounts made elsewhere (mount_namespaces(7), "Shared subtrees"). */
enum class Propagation : std::uint8_t { Private, Slave, Shared, Unbindable, Unchanged };
template<>
struct EnumNames<Propagation> {
    static constexpr std::array<QLatin1StringView, 5> kValues{QLatin1StringView("private"),
                                                              QLatin1StringView("slave"),
                                                              QLatin1StringView("shared"),
                                                              QLatin1StringView("unbindable"),
                                                              QLatin1StringView("unchanged")};
};

enum class MountType : std::uint8_t { Proc, Tmpfs, Mqueue, Bind, Sysfs, Overlay };
template<>
struct EnumNames<MountType> {
    static constexpr std::array<QLatin1StringView, 6> kValues{QLatin1StringView("proc"),
                                                              QLatin1StringView("tmpfs"),
                                                              QLatin1StringView("mqueue"),
                                                              QLatin1StringView("bind"),
                                                              QLatin1StringView("sysfs"),
                                                              QLatin1StringView("overlay")};
};

struct MountEntry {
    MountType type = MountType::Tmpfs;
    QString source; ///< for bind only
    QString target;
    QStringList options; ///< ro, nosuid, nodev, noexec, rbind; size=… and mode=… for tmpfs
    QStringList lower; ///< for overlay: what shows through, the topmost first
    QString upper; ///< for overlay: takes what is written; empty: read-only
    QString work; ///< for overlay: an empty directory on the file system of `upper`
    bool operator==(const MountEntry &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("type", &MountEntry::type),
                          field("source", &MountEntry::source),
                          requiredField("target", &MountEntry::target),
                          field("options", &MountEntry::options),
                          field("lower", &MountEntry::lower),
                          field("upper", &MountEntry::upper),
                          field("work", &MountEntry::work)};
    }
};

struct NewMount {
    static constexpr QLatin1StringView kTag{"new"};
    Propagation propagation = Propagation::Private;
    QList<MountEntry> mounts;
    bool operator==(const NewMount &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("propagation", &NewMount::propagation),
                          field("mounts", &NewMount::mounts)};
    }
};

} // namespace nsw
