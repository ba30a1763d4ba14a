// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

/** The caller stands outside: through the cgroup file system that is mounted there. */
Result<ControllersFacet> takeControllers(const Vantage &vantage);

} // namespace nsw
