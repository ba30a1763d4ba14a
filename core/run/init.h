// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace nsw
{

/**
 * Before the first child of a process that is to be an init: what is left behind comes to it, and
 * it lives on when the supervisor is killed, since outside of a PID namespace of its own nobody
 * else could end its descendants. The channel tells it in time. False, with errno, when it can't
 * be.
 */
[[nodiscard]] bool prepareInit();

/**
 * Stays as the init of a container, once prepared: reaps what is adopted, passes SIGTERM on, and
 * ends with everything below it when the command ends, or when the channel closes because the
 * supervisor is gone. The exit status is that of the command (128 + n after signal n).
 *
 * `command` is its pid, 0 when there is none; `proc` a directory fd of the supervisor's /proc.
 */
[[noreturn]] void runInit(int channel, int proc, pid_t command);

} // namespace nsw
