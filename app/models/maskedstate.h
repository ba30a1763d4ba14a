// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"
#include "app/text/mask.h"
#include "core/model/act.h"
#include "core/model/configuration.h"
#include "core/model/watched.h"

namespace nsw
{

/** The host names that a session shows on either side become known to the mask. */
void learnNames(const SessionState &state, Mask &mask);

/**
 * The state with placeholders in all of its texts: what is made of it is masked as well. Only the
 * command's output stays bytes, which whoever decodes it masks.
 */
SessionState masked(const SessionState &state, Mask &mask);
Plan masked(const Plan &plan, Mask &mask);
Configuration masked(const Configuration &configuration, Mask &mask);

/** The way back, for what is asked for in a window that shows placeholders. */
Act original(const Act &act, const Mask &mask);
Watched original(const Watched &watch, const Mask &mask);
Step original(const Step &step, const Mask &mask);

} // namespace nsw
