// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/actfacts.h"

namespace nsw
{

/**
 * What somebody else named is looked up with that one's rights, in the mounts of the container: the
 * descriptors for each step that takes any. Nothing for all of them when nobody else asks.
 */
Result<std::vector<std::optional<std::vector<UniqueFd>>>>
openStepPaths(const QList<Step> &steps, Side side, const ActSite &site);

} // namespace nsw
