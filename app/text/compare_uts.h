// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/rows.h"

namespace nsw
{

void compareUts(const Sides<UtsFacet> &sides, Rows &rows);

} // namespace nsw
