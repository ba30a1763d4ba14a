// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** One of a System V semaphore set (semctl(2)). */
struct Semaphore {
    std::int32_t value = 0;
    std::int32_t lastPid = 0; ///< of who changed it last, in the reader's PID namespace; 0: nobody
    std::int32_t waiting = 0; ///< processes that wait until the value grows
    std::int32_t waitingForZero = 0;
    bool operator==(const Semaphore &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("value", &Semaphore::value),
                          field("lastPid", &Semaphore::lastPid),
                          field("waiting", &Semaphore::waiting),
                          field("waitingForZero", &Semaphore::waitingForZero)};
    }
};

struct SemaphoreSet {
    std::int32_t id = 0;
    QList<Semaphore> semaphores; ///< the first ones; of a large set not all
    bool operator==(const SemaphoreSet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &SemaphoreSet::id),
                          field("semaphores", &SemaphoreSet::semaphores)};
    }
};

/** What is in the semaphore sets of the Ipc facet; each takes several calls. */
struct SemaphoresFacet {
    static constexpr FacetKind kKind = FacetKind::Semaphores;
    static constexpr int kMostInSet = 32;
    static constexpr int kMostInAll = 1024;
    QList<SemaphoreSet> sets;
    QList<Error> diagnostics;
    bool operator==(const SemaphoresFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("sets", &SemaphoresFacet::sets),
                          field("diagnostics", &SemaphoresFacet::diagnostics)};
    }
};

} // namespace nsw
