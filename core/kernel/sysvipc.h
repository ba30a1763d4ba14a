// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

namespace nsw
{

/** The objects of the caller's IPC namespace, by index, and the first error that one of them met.
 */
struct SysvObjects {
    QList<SysvObject> objects;
    std::optional<Error> error;
};

/**
 * msgctl(2), semctl(2) and shmctl(2) with MSG_STAT_ANY and its like (Linux 4.17), which ask for no
 * right to read. What they cost is a third of what the kernel takes to print /proc/sysvipc.
 * Process IDs are those of the caller's PID namespace, 0 for who is not in it.
 */
SysvObjects takeMessageQueues();
SysvObjects takeSemaphoreSets();
SysvObjects takeSharedMemory();

/** The first `count` of a set. This asks for the right to read it. */
Result<QList<Semaphore>> semaphoresOf(std::int32_t set, int count);

} // namespace nsw
