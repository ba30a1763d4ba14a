// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

Result<RoutingFacet> takeRouting(const Vantage &vantage);

} // namespace nsw
