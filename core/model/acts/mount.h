// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/options/mount.h"

namespace nsw::act
{

/** As an entry of a configuration has it, but for a container that is there. */
struct MountAt {
    static constexpr QLatin1StringView kTag{"mount"};
    MountType type = MountType::Tmpfs;
    QString source; ///< for bind only
    QString target;
    QStringList options;
    bool operator==(const MountAt &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("type", &MountAt::type),
                          field("source", &MountAt::source),
                          requiredField("target", &MountAt::target),
                          field("options", &MountAt::options)};
    }
};

struct Unmount {
    static constexpr QLatin1StringView kTag{"unmount"};
    QString target;
    bool operator==(const Unmount &) const = default;
    static constexpr auto fields() { return std::tuple{requiredField("target", &Unmount::target)}; }
};

} // namespace nsw::act
