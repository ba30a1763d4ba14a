// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace nsw
{

/**
 * Stays as the init of a container: reaps what is adopted, passes SIGTERM on, and ends with
 * everything below it when the command ends, or when the channel closes because the supervisor is
 * gone. The exit status is that of the command (128 + n after signal n).
 *
 * `command` is its pid, 0 when there is none; `proc` a directory fd of the supervisor's /proc.
 */
[[noreturn]] void runInit(int channel, int proc, pid_t command);

} // namespace nsw
