// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/facets.h"

#include <array>

#include <sys/types.h>

/**
 * A short-lived child of the supervisor that takes facets: first of the outside, where it is born;
 * then, once it is told a process, of the inside, by entering that process's namespaces. It is born
 * while the container is still being made, and so costs no time of its own.
 */
namespace nsw
{

/** What it takes outside. The clocks are settled by the supervisor, before it is born. */
inline constexpr std::array kProbedOutside{FacetKind::Uts,
                                           FacetKind::Ipc,
                                           FacetKind::Mounts,
                                           FacetKind::Users,
                                           FacetKind::Network,
                                           FacetKind::Cgroup};

/** What it takes inside. Namespaces and processes are read through the outer /proc. */
inline constexpr std::array kProbedInside{FacetKind::Uts,
                                          FacetKind::Ipc,
                                          FacetKind::Mounts,
                                          FacetKind::Users,
                                          FacetKind::Network,
                                          FacetKind::Cgroup,
                                          FacetKind::Time};

QByteArray
facetFrame(const QString &container, Side side, FacetKind kind, std::expected<Facet, Error> facet);

struct Prober {
    pid_t pid = 0;
    UniqueFd pidfd;
    UniqueFd orders; ///< takes the pid of the process inside, once; closed, the prober ends
    UniqueFd answers; ///< gives messages, and is non-blocking
};

/** `proc`: a directory fd of /proc. `container`: the name that stands in the events. */
Result<Prober> startProber(int proc, const QString &container);

/** Tells it the process inside, or that there is none (0). */
void sendOn(Prober &prober, pid_t inside);

/** What a prober says: a facet, as the frame that goes to the window. */
struct ProberMessage {
    Side side = Side::Outside;
    FacetKind kind = FacetKind::Namespaces;
    QByteArray frame;
};

/** Cuts the next message off the bytes; nothing when more are needed. */
std::optional<ProberMessage> takeMessage(QByteArray &bytes);

} // namespace nsw
