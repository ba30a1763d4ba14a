// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/ipc.h"

#include "core/kernel/sysvipc.h"
#include "core/probe/posixqueues.h"
#include "core/probe/reading.h"

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

Result<IpcFacet> takeIpc(const Vantage &vantage)
{
    // Whichever /proc they are read through, these files show the IPC namespace of their reader.
    IpcFacet facet;
    facet.messageQueues
        = readRows(vantage.proc, "sysvipc/msg"_ba, parseMessageQueues, facet.diagnostics);
    facet.semaphoreSets
        = readRows(vantage.proc, "sysvipc/sem"_ba, parseSemaphoreSets, facet.diagnostics);
    facet.sharedMemory
        = readRows(vantage.proc, "sysvipc/shm"_ba, parseSharedMemory, facet.diagnostics);
    takePosixQueues(vantage, facet);
    return facet;
}

} // namespace nsw
