// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** Clocks, in whole seconds (time_namespaces(7)). */
struct TimeFacet {
    static constexpr FacetKind kKind = FacetKind::Time;
    std::int64_t monotonicOffset = 0; ///< as /proc/PID/timens_offsets has it
    std::int64_t boottimeOffset = 0;
    std::int64_t monotonicZero = 0; ///< Unix time at which CLOCK_MONOTONIC, as read here, was 0
    std::int64_t boottimeZero = 0; ///< Unix time at which CLOCK_BOOTTIME, as read here, was 0
    QList<Error> diagnostics;
    bool operator==(const TimeFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("monotonicOffset", &TimeFacet::monotonicOffset),
                          field("boottimeOffset", &TimeFacet::boottimeOffset),
                          field("monotonicZero", &TimeFacet::monotonicZero),
                          field("boottimeZero", &TimeFacet::boottimeZero),
                          field("diagnostics", &TimeFacet::diagnostics)};
    }
};

} // namespace nsw
