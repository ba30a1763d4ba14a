// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/ipc.h"

#include "core/kernel/sysvipc.h"
#include "core/probe/posixqueues.h"

#include <utility>

namespace nsw
{

Result<IpcFacet> takeIpc(const Vantage &vantage)
{
    IpcFacet facet;
    const auto put = [&](QList<SysvObject> &to, SysvObjects taken) {
        to = std::move(taken.objects);
        if (taken.error) {
            facet.diagnostics << *taken.error;
        }
    };
    put(facet.messageQueues, takeMessageQueues());
    put(facet.semaphoreSets, takeSemaphoreSets());
    put(facet.sharedMemory, takeSharedMemory());
    takePosixQueues(vantage, facet);
    return facet;
}

} // namespace nsw
