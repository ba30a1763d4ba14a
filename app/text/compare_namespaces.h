// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/rows.h"

namespace nsw
{

void compareNamespaces(const Sides<NamespacesFacet> &sides, Rows &rows);

} // namespace nsw
