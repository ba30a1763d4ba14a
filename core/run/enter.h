// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/kind.h"

#include <map>
#include <optional>

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

/** A kind that could not be entered; `error`: errno. */
struct NotEntered {
    NsKind kind = NsKind::User;
    int error = 0;
};

/**
 * Moves a short-lived child of the supervisor into all namespaces of a process, and that child's
 * children into its PID namespace. Where its IDs do not exist inside it becomes the root of the
 * inside; where there is none it stays nobody.
 */
std::optional<NotEntered> enterContainerOf(pid_t pid, int proc);

} // namespace nsw
