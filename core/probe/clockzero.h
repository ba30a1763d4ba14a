// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/timensoffsets.h"

#include <cstdint>

namespace nsw
{

/** Unix times at which the clocks of the initial time namespace were 0. */
struct ClockZeros {
    std::int64_t monotonic = 0;
    std::int64_t boottime = 0;
};

/**
 * Measures them; `own` are the offsets of the time namespace in which the caller reads its clocks.
 *
 * In whole seconds, and the same ones for the life of the process until the clock is really set: a
 * fraction that lies near one half would else be rounded now up and now down. A child that is
 * forked after the first call goes on from what was measured then.
 */
ClockZeros clockZeros(const ClockOffsets &own);

} // namespace nsw
