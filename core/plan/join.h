// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

/** What makes no sense as a target on any machine. */
void checkJoins(const Namespaces &namespaces, const Checker &checker);

/** Whether the targets are there, are what they are joined as, and may be joined. */
void judgeJoins(Draft &draft);

/** The supervisor opens every target before anything moves: afterwards paths may mean other files.
 */
void openJoinTargets(Draft &draft);

/**
 * The process moves. What belongs to the caller's own user namespace comes before a joined user
 * namespace, where the caller has no say over it any more; what belongs to the joined one comes
 * after. Kinds that are joined from the same process are entered by one setns(2).
 */
void enterJoinTargets(Draft &draft);

} // namespace nsw
