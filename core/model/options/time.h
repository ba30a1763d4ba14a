// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

/** Seconds by which the clocks inside are ahead (time_namespaces(7)). */
struct NewTime {
    static constexpr QLatin1StringView kTag{"new"};
    std::int64_t monotonicOffset = 0;
    std::int64_t boottimeOffset = 0;
    bool operator==(const NewTime &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("monotonicOffset", &NewTime::monotonicOffset),
                          field("boottimeOffset", &NewTime::boottimeOffset)};
    }
};

} // namespace nsw
