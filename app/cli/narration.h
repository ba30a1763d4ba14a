// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

namespace nsw::cli
{

/** The planned step that an event tells of, or null. */
const Step *stepOf(const StepEvent &event, const SessionState &state);

/** Two lines: the call with its result and time, and what it does. Without a trailing line break.
 */
QString narration(const Step &step, const StepEvent &event);

/** The same of a step that is not made yet. */
QString announcement(const Step &step);

} // namespace nsw::cli
