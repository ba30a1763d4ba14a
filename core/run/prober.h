// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/facets.h"
#include "core/model/watched.h"

#include <array>

#include <sys/types.h>

/**
 * A child of the supervisor that takes facets, once: first of the outside, where it is born; then,
 * once it is told a process, of the inside, by entering that process's namespaces.
 */
namespace nsw
{

/** What it takes outside. The clocks are settled by the supervisor, before it is born. */
inline constexpr std::array kProbedOutside{FacetKind::Namespaces,
                                           FacetKind::Uts,
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

/** Taken on both sides when a look goes deep; the firewall last, since the inside's root directory
 * is left for it. */
inline constexpr std::array kProbedDeep{FacetKind::Limits,
                                        FacetKind::Traffic,
                                        FacetKind::Sockets,
                                        FacetKind::Routing,
                                        FacetKind::Semaphores,
                                        FacetKind::Proc,
                                        FacetKind::Space,
                                        FacetKind::Watched,
                                        FacetKind::Firewall};

/** How much a look takes: the first one is to be quick. */
enum class Depth : std::uint8_t {
    Cards, ///< kCardFacets
    All,
};
template<>
struct EnumNames<Depth> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("cards"),
                                                              QLatin1StringView("all")};
};

QByteArray
facetFrame(const QString &container, Side side, FacetKind kind, std::expected<Facet, Error> facet);

struct Prober {
    pid_t pid = 0;
    UniqueFd pidfd;
    /** Takes an order, once, and gives what was ordered beside the facets. Closed, the prober ends:
     * not by itself, since a process that ends keeps its processor from those that it woke. */
    UniqueFd orders;
    UniqueFd answers; ///< gives messages, and is non-blocking
};

/**
 * Keeps one prober that was born while there was nothing to do, and has looked once for practice:
 * its fork(2), which copies the supervisor's page tables, and the pages that it touches first, are
 * then no part of the time from Start to the first picture.
 */
class Probers
{
public:
    /** `proc`: a directory fd of /proc. */
    explicit Probers(int proc)
        : m_proc(proc)
    {
    }

    /** For when there is nothing else to do, and a container may be started next. */
    void stock();

    Result<Prober> take();

    /** After killChildren(): the one in stock was among them. */
    void drop() { m_stock = {}; }

    /** The one in stock, no part of what is looked at; 0: none. */
    [[nodiscard]] pid_t stocked() const { return m_stock.pid; }

private:
    int m_proc;
    Prober m_stock;
};

struct LookOrder {
    QString container; ///< the name that stands in the events
    Depth depth = Depth::Cards;
    Watched watch;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &LookOrder::container),
                          field("depth", &LookOrder::depth),
                          field("watch", &LookOrder::watch)};
    }
};

/** Begins with the outside. A prober that can't be told ends, as the end of its answers shows; so
 * with the next. */
void beginLook(Prober &prober, const LookOrder &look);

struct ProbeOrder {
    pid_t inside = 0; ///< 0: there is no inside
    bool wantsRouteEvents = false; ///< a socket from openRouteEvents(), opened inside
};

void sendOn(Prober &prober, const ProbeOrder &order);

/** The socket that was ordered, once the prober told the inside; invalid when it could not be had.
 */
UniqueFd takeRouteEvents(Prober &prober);

/** What a prober says: a facet, as the frame that goes to the window; empty: that was all. */
struct ProberMessage {
    Side side = Side::Outside;
    FacetKind kind = FacetKind::Namespaces;
    QByteArray frame;
};

/** Cuts the next message off the bytes; nothing when more are needed. */
std::optional<ProberMessage> takeMessage(QByteArray &bytes);

} // namespace nsw
