// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/kind.h"

#include <map>

#include <sys/types.h>

namespace nsw
{

/** What entering came to: the kinds that could not be entered, and why. */
struct Entry {
    std::map<NsKind, Error> refused;
};

/**
 * Moves the caller into those namespaces of a process that are not its own already; all but PID,
 * which setns(2) changes only for children. `proc`: a directory fd of /proc.
 */
Entry enterNamespacesOf(pid_t pid, int proc);

} // namespace nsw
