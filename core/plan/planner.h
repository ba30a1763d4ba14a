// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/step.h"

namespace nsw
{

/**
 * Orders what a container needs into steps. Pure: the same configuration and facts give the same
 * plan. Plans the first container of the configuration.
 *
 * With errors among the findings the plan has no steps. Findings about privilege are notes: they
 * say why `Plan::privilege` is Root.
 */
Plan plan(const Configuration &configuration, const HostFacts &facts);

/** What is wrong with the values of a configuration on any machine: lengths, ranges, missing parts.
 */
Findings validate(const Configuration &configuration);

} // namespace nsw
