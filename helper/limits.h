// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QByteArray>

#include <chrono>

#include <sys/types.h>

/**
 * How many sessions there may be. The helper remembers nothing and may end at any time, so what is
 * counted is there by itself: locks, which the kernel drops with the processes that hold them,
 * and a key of the kernel's, which it forgets after a minute. Neither leaves anything behind.
 */
namespace nsw
{

/**
 * Takes a place for a session of this user: locks on a byte among the user's and a byte among the
 * machine's, for as long as a copy of the descriptor is open. `registry` is a file that is never
 * written to, and that nobody else may open: whoever can open it can take places.
 *
 * Fails with operation "sessions" and EDQUOT (the user has as many as one may have) or EUSERS (the
 * machine has).
 */
Result<UniqueFd> takePlace(const QByteArray &registry, uid_t user);

/**
 * Counts a session that is about to be made. Fails with operation "sessions" and EAGAIN when the
 * user made too many within `period`. Where there are no keys (keyrings(7)) it can't be counted,
 * and everything passes.
 */
Result<void> countCreation(uid_t user, std::chrono::seconds period = std::chrono::minutes(1));

/** Whether there are keys: a kernel may be built without, and a seccomp filter may hide them. */
bool canCountCreations();

/** What was counted for a user is forgotten; for tests. */
void forgetCreations(uid_t user);

} // namespace nsw
