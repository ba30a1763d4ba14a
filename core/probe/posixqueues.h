// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

namespace nsw
{

/** Adds the POSIX message queues of the caller's IPC namespace, or says why they can't be seen. */
void takePosixQueues(IpcFacet &facet);

} // namespace nsw
