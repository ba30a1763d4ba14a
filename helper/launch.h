// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QByteArray>

#include <sys/types.h>

namespace nsw
{

/**
 * Starts `program` with this socket as its file descriptor 3, nothing else open but /dev/null, a
 * minimal environment and a session of its own, so that it outlives this process.
 *
 * The caller ignores SIGCHLD: the kernel reaps it then.
 */
Result<void>
launchSupervisor(const QByteArray &program, int socket, const QByteArray &nonce, uid_t user);

} // namespace nsw
