// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"

/**
 * What this machine refuses, found by trying: old kernels, seccomp filters and security modules
 * have no file that tells. The calling process has one thread.
 */
namespace nsw
{

/** Calls in a form that can't do anything: those of which the answer is that they are not there. */
QList<MissingCall> missingCalls();

/**
 * A child makes a user namespace and uses a right that it has there. What that came to, when it was
 * refused; 0 when it worked, or when it failed for a reason that may pass.
 */
Errno tryUserNamespace();

/** Both, into the facts. Who has CAP_SYS_ADMIN, or meets a limit of 0, needs not try. */
void tryOut(int proc, HostFacts &facts);

} // namespace nsw
