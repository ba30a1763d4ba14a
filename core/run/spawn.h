// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/perform.h"

namespace nsw
{

/** Exit statuses of a container that did not get as far as its command, as env(1) and others have
 * them. */
inline constexpr int kExitSetUpFailed = 125;
inline constexpr int kExitNotExecutable = 126;
inline constexpr int kExitNotFound = 127;
inline constexpr int kExitKilled = 128 + 9;

/** Becomes the command; returns errno when that fails. */
int execute(const op::Execve &exec);

struct Command {
    pid_t pid = 0;
    Outcome outcome;
};

/** What comes of it when it could not be begun. */
Command notSpawned(int error);

/** Starts the command in a child, and waits until it is the command or has failed to become it. */
Command spawn(const op::Execve &exec);

} // namespace nsw
