// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"
#include "core/model/privilege.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace nsw
{

/** How long is waited for each part of the way. */
struct PrivilegedLimits {
    /** Bus, polkit and helper, until the question is put. */
    std::chrono::milliseconds contact = std::chrono::seconds(10);
    /** A person reads the dialog, finds somebody with the password, and answers. */
    std::chrono::milliseconds answer = std::chrono::minutes(10);
    /** From the authorisation to the first bytes of the supervisor. */
    std::chrono::milliseconds start = std::chrono::seconds(5);
};

/**
 * Asks the helper, through polkit, for a supervisor that does more for this user than the user may:
 * what is asked for, and no more. Returns at once and never blocks: what may block runs in a
 * process of its own, nsworkbench-authorize.
 *
 * `done` is called once, in this thread, unless `context` is destroyed first; then everything is
 * closed and nothing is left. It gets our end of the session socket, from which nothing was read:
 * its first frame has to be a ReadyEvent with `nonce` (1 to 64 letters, digits and "-"). Whatever
 * polkit says, only that frame is the success. Or it gets an Error:
 *
 * operation, errno, subject:
 *   polkit      EACCES      the action     a rule of the machine denies it, without a question
 *   polkit      ECANCELED   the action     the question was dismissed, or answered wrongly
 *   polkit      ETIMEDOUT   the action     the person asked did not answer
 *   polkit      ETIMEDOUT   its bus name   polkit itself did not
 *   polkit      ENOENT      its bus name   there is no polkit
 *   polkit      ENODATA     the action     polkit does not know it: not (fully) installed
 *   dbus        ENOTCONN    "system bus"   there is no system bus
 *   dbus        ETIMEDOUT   "system bus"   the bus did not answer
 *   helper      ENOENT      its bus name   the helper is not installed, or can't start
 *   helper      EBUSY       its bus name   it is asking somebody else: try again
 *   helper      EPERM       its bus name   it refused the request: not this user's socket
 *   helper      EIO         its bus name   it could not start the supervisor
 *   helper      EDQUOT      how many       the user has as many sessions as one may have
 *   helper      EUSERS      how many       the machine has
 *   helper      EAGAIN      how many       the user made as many as one may within a minute
 *   helper      ECONNRESET  its bus name   it, or the supervisor, ended in the middle
 *   helper      ETIMEDOUT   its bus name   no answer, or no supervisor after authorisation
 *   execve      as it was   a path         nsworkbench-authorize could not be started
 *   socketpair  as it was                  no socket could be made
 */
void requestPrivilegedSupervisor(Privilege asked,
                                 const QString &nonce,
                                 QObject *context,
                                 std::function<void(Result<UniqueFd>)> done,
                                 const PrivilegedLimits &limits = {});

} // namespace nsw
