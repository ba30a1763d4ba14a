// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

/** Lines that uid_map and gid_map take at most (user_namespaces(7), Linux 4.15). */
inline constexpr qsizetype kMaxIdRanges = 340;

void checkUser(const NewUser &choice, const Checker &checker);

/** What the maps of this machine's caller say to it: unmapped ids, and whether it takes an
 * administrator. */
void judgeUser(const NewUser &choice, Draft &draft);

/** Maps from outside, then the ids of the process inside. */
void setUpUser(const NewUser &choice, Draft &draft);

/** After joining an existing user namespace: be its root, as nsenter(1) does. */
void setUpJoinedUser(Draft &draft);

} // namespace nsw
