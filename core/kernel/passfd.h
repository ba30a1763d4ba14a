// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

namespace nsw
{

/** Hands a descriptor over a unix(7) socket (SCM_RIGHTS). */
Result<void> sendFd(int socket, int fd);

/** The next descriptor that waits on the socket, close-on-exec; invalid when there is none. */
UniqueFd receiveFd(int socket);

} // namespace nsw
