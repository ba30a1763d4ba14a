// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"

#include <vector>

#include <sys/types.h>

namespace nsw
{

/**
 * The processes of a session (setsid(2)), as pidfds, at most 256 of them; none when that process
 * does not lead it any more, since its number may have passed to another. `proc`: a directory fd of
 * /proc.
 */
std::vector<UniqueFd> processesOfSession(int proc, pid_t leader);

} // namespace nsw
