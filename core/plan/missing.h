// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

/** What is to be said, and done otherwise, where system calls are not to be had. */
namespace nsw
{

/** Whether this call is to be had, as far as is known. */
bool hasCall(const HostFacts &facts, QLatin1StringView call);

/**
 * Errors for what can't be done without a call, notes for what is done in another way or is not
 * seen. Also tells that user namespaces are denied, when an attempt showed it.
 */
void judgeMissing(Draft &draft);

} // namespace nsw
