// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

/** The caller stands in the mount namespace to look at. */
Result<ProcFacet> takeProc(const Vantage &vantage);

} // namespace nsw
