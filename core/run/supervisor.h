// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/privilege.h"

#include <QString>

#include <optional>

#include <sys/types.h>

namespace nsw
{

struct SupervisorOptions {
    UniqueFd socket; ///< where requests come from, and where events go to
    UniqueFd output; ///< where events go to, if it is another one: pipes lead one way
    /** The standard streams are ours, so that no command can have them. */
    bool hasStreams = true;
    QString nonce;
    /** The user for whom a privileged helper started us; then the streams and environment are not
     * the user's. */
    std::optional<uid_t> onBehalfOf;
    /** What an administrator agreed to for that user; nothing beyond it is done. */
    Privilege grant = Privilege::None;
};

/**
 * Serves one session: reads requests, runs one container at a time, and returns when the socket
 * closes and nothing that was made is left. The process is single-threaded and does nothing else.
 */
int runSupervisor(SupervisorOptions options);

} // namespace nsw
