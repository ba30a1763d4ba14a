// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"
#include "core/model/step.h"

#include <optional>

namespace nsw
{

/** A container as far as it is made. */
struct HalfMade {
    std::int32_t inside = 0; ///< PID of the process inside; 0: there is none yet
    bool onBehalf = false; ///< whoever asks has fewer rights than the supervisor
    QList<Step> left; ///< what is not made yet; empty: all is
};

/**
 * Why nothing can be done on that side in this pause; nothing: it can.
 *
 * For whoever asks with fewer rights than the supervisor the inside opens late: until it is in its
 * namespaces, with the IDs that were agreed to, a shell in it would have the supervisor's rights
 * over the machine.
 */
std::optional<Finding> refusalInPause(Side side, const HalfMade &container);

} // namespace nsw
