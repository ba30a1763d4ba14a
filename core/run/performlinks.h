// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/perform.h"

/** The calls on links, made: what perform() does for them. */
namespace nsw
{

Outcome makeLink(const op::LinkFlags &operation, Workplace &workplace);
Outcome makeLink(const op::NewAddress &operation, Workplace &workplace);
Outcome makeLink(const op::NewVeth &operation, Workplace &workplace);
Outcome makeLink(const op::NetworkSetting &operation, Workplace &workplace);

} // namespace nsw
