// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/semaphores.h"

#include "core/kernel/sysvipc.h"
#include "core/probe/reading.h"

#include <algorithm>

namespace nsw
{

Result<SemaphoresFacet> takeSemaphores(const Vantage & /*vantage*/)
{
    SemaphoresFacet facet;
    const SysvObjects sets = takeSemaphoreSets();
    if (sets.error) {
        facet.diagnostics << *sets.error;
    }
    int left = SemaphoresFacet::kMostInAll;
    for (const SysvObject &set : sets.objects) {
        const int most = std::min(SemaphoresFacet::kMostInSet, left);
        const int count
            = set.count < static_cast<std::uint64_t>(most) ? static_cast<int>(set.count) : most;
        auto semaphores = semaphoresOf(set.id, count);
        if (semaphores) {
            left -= static_cast<int>(semaphores->size());
            facet.sets << SemaphoreSet{.id = set.id, .semaphores = *std::move(semaphores)};
        } else if (semaphores.error().error != Errno{EIDRM}
                   && semaphores.error().error != Errno{EINVAL}) { // not removed meanwhile
            addOnce(facet.diagnostics, semaphores.error());
        }
    }
    return facet;
}

} // namespace nsw
