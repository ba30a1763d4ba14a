// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

/** What is to be looked at more closely than all else. */
struct Watched {
    QList<std::int32_t> processes; ///< PIDs outside, whose threads are wanted
    QStringList files; ///< absolute paths, looked up on each side for itself
    bool operator==(const Watched &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("processes", &Watched::processes), field("files", &Watched::files)};
    }
};

/** So that a look stays short: of each sort the first ones count. */
inline constexpr qsizetype kMostWatched = 32;

} // namespace nsw
