// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

/** An offset must leave the clock at or after zero (time_namespaces(7), ERANGE). */
void judgeTime(const NewTime &choice, Draft &draft);

/** True when clone3(2) can make this namespace at once: with offsets it would be too late to set
 * them. */
bool canBeCloned(const NewTime &choice);

/** The offsets, written before the first process is in the new namespace (afterwards: EACCES). */
void setUpTime(const NewTime &choice, Draft &draft);

} // namespace nsw
