// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"

namespace nsw
{

/** This machine, for an export: what a plan depends on, as a supervisor told it, and what stands in
 * "/". */
ExportHost exportHost(const HostFacts &facts);

} // namespace nsw
