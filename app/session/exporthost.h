// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"

namespace nsw
{

/** This machine, for an export: what a plan depends on, and what stands in "/". */
ExportHost gatherExportHost(const Configuration &configuration);

} // namespace nsw
