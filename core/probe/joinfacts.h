// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/probe/jointargets.h"

namespace nsw
{

/** Looks at what is to be joined as a namespace of this kind. `proc` is the caller's /proc. */
JoinFacts joinFacts(int proc, const HeldTarget &held, NsKind kind);

} // namespace nsw
