// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <sys/types.h>

namespace nsw
{

/**
 * Goes on in a child, and makes of this process its keeper. What a session executes as root
 * forgets that it was to end with its parent: the rights that it gains by that are a change of
 * credentials (PR_SET_PDEATHSIG(2const)). So a supervisor that is killed leaves it to the keeper,
 * which kills and reaps all that the session made, and then ends as the supervisor did. It holds
 * `place` until then. It does nothing else, listens to nobody, and no signal ends it but SIGKILL;
 * then the supervisor goes on by itself.
 *
 * Where control groups can be made, the session gets one (sessiongroup.h). The child is to hold
 * what it is given, or the next helper takes its group for one that nobody ends; where there is no
 * group it is invalid.
 */
Result<UniqueFd> beKept(int place, uid_t user);

} // namespace nsw
