// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

/** Adds the POSIX message queues of the caller's IPC namespace, or says why they can't be seen. */
void takePosixQueues(const Vantage &vantage, IpcFacet &facet);

} // namespace nsw
