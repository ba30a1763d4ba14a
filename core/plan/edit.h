// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

#include <expected>

namespace nsw
{

/**
 * The steps with one of them replaced by another form of itself: the same call with other
 * arguments, or left out. `next`: the number of the first step that is not made yet. Pure.
 *
 * Refused is what nothing could come after (StepNeeded), what has been made (StepMade), and another
 * call (StepCallDiffers).
 */
std::expected<QList<Step>, Finding>
editStep(const QList<Step> &steps, const Step &step, std::int32_t next);

/** What follows from the edits: a warning or note for each step that is not as it was planned. */
Findings consequencesOf(const QList<Step> &planned, const QList<Step> &edited);

} // namespace nsw
