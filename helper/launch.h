// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/privilege.h"

#include <QByteArray>

#include <sys/types.h>

namespace nsw
{

/** What a supervisor is started with. */
struct Launch {
    int socket = -1; ///< becomes its file descriptor 3
    int place = -1; ///< its file descriptor 4: what it holds on to counts as a session
    QByteArray nonce;
    uid_t user = 0;
    Privilege grant = Privilege::None;
};

/**
 * Starts `program` with these two descriptors, nothing else open but /dev/null, a minimal
 * environment and a session of its own, so that it outlives this process.
 *
 * The caller ignores SIGCHLD: the kernel reaps it then.
 */
Result<void> launchSupervisor(const QByteArray &program, const Launch &launch);

} // namespace nsw
