// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/snapshot.h"

#include "core/kernel/process.h"
#include "core/probe/processes.h"
#include "core/probe/relations.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

Snapshot::Snapshot(int proc, Probers &probers)
    : m_proc(proc)
    , m_probers(&probers)
{
}

void Snapshot::prepare(const QString &container, Depth depth, Connection &connection)
{
    if (m_prober.answers.isValid()) {
        return;
    }
    m_container = container;
    offer({Side::Outside, FacetKind::Time}, takeHere(Side::Outside, FacetKind::Time), connection);
    m_received.clear();
    if (auto prober = m_probers->take()) {
        m_prober = *std::move(prober);
        beginLook(m_prober, {.container = container, .depth = depth, .watch = m_watch});
        return;
    }
    takeRestHere(connection);
}

/** Without a prober, or after one that did not get far: what can be had without moving. */
void Snapshot::takeRestHere(Connection &connection)
{
    for (const FacetKind kind : kProbedOutside) {
        if (const Key key{Side::Outside, kind}; !m_sent.contains(key)) {
            offer(key, takeHere(Side::Outside, kind), connection);
        }
    }
}

void Snapshot::take(Target target, const QString &container, Depth depth, Connection &connection)
{
    const pid_t inside = target.pid;
    if (m_looking) {
        return; // the one under way tells as much
    }
    m_looking = true;
    m_target = UniqueFd();
    m_looksInside = inside != 0;
    prepare(container, depth, connection);
    if (inside != 0) {
        m_target = target.pidfd >= 0 ? UniqueFd(::fcntl(target.pidfd, F_DUPFD_CLOEXEC, 0))
                                     : openPidfd(inside);
    }
    if (m_prober.answers.isValid()) {
        sendOn(m_prober, {.inside = inside, .wantsRouteEvents = bool(m_listen)});
    }
    takeProcesses(inside, depth, connection);
    if (inside != 0) {
        offerInside(FacetKind::Namespaces,
                    takeHere(Side::Inside, FacetKind::Namespaces, QString::number(inside)),
                    connection);
    }
    if (depth == Depth::All) {
        takeControllers(inside, connection);
    }
    connection.flush(); // the window reads it while the prober goes on
    if (!m_prober.answers.isValid()) {
        dismissProber(connection);
    }
}

/** One look at /proc tells both sides. The prober is no part of what is looked at. */
void Snapshot::takeProcesses(pid_t inside, Depth depth, Connection &connection)
{
    auto table = readProcessTable(m_proc);
    if (table) {
        table->processes.removeIf([&](const Process &process) {
            const qint64 pid = process.pids.first();
            return pid == m_prober.pid || pid == m_probers->stocked()
                || std::ranges::contains(m_leaving, pid, &Prober::pid);
        });
    }
    constexpr FacetKind kKind = FacetKind::Processes;
    const auto seenFrom = [&](const QString &pid) {
        return table.and_then([&](const ProcessTable &all) {
            return nsw::takeProcesses(Vantage{.proc = m_proc, .pid = pid}, all);
        });
    };
    offer({Side::Outside, kKind},
          facetFrame(m_container, Side::Outside, kKind, seenFrom(u"self"_s)),
          connection);
    // Who owns the namespaces is told by the outside, which sees more than the inside may.
    const auto related = [&](Side side, const QList<Process> &processes) {
        constexpr FacetKind kRelations = FacetKind::Relations;
        return facetFrame(m_container,
                          side,
                          kRelations,
                          takeRelations(Vantage{.proc = m_proc, .pid = u"self"_s}, processes));
    };
    if (depth == Depth::All && table) {
        offer({Side::Outside, FacetKind::Relations},
              related(Side::Outside, table->processes),
              connection);
    }
    if (inside != 0) {
        const Result<ProcessesFacet> facet = seenFrom(QString::number(inside));
        if (facet) {
            tellWhoIsInside(*facet);
        }
        offerInside(kKind, facetFrame(m_container, Side::Inside, kKind, facet), connection);
        if (depth == Depth::All) {
            offerInside(FacetKind::Relations,
                        related(Side::Inside, facet ? facet->processes : QList<Process>()),
                        connection);
        }
    }
}

/** Without those who have ended, and wait to be asked how. */
void Snapshot::tellWhoIsInside(const ProcessesFacet &inside) const
{
    if (!m_seen) {
        return;
    }
    QList<std::int32_t> pids;
    for (const Process &process : inside.processes) {
        if (process.state != "Z"_L1) {
            pids << process.pids.first();
        }
    }
    m_seen(pids);
}

/** Through the cgroup file system of the outside, where every cgroup has its place. */
void Snapshot::takeControllers(pid_t inside, Connection &connection)
{
    constexpr FacetKind kKind = FacetKind::Controllers;
    offer({Side::Outside, kKind}, takeHere(Side::Outside, kKind), connection);
    if (inside != 0) {
        offerInside(kKind, takeHere(Side::Inside, kKind, QString::number(inside)), connection);
    }
}

QByteArray Snapshot::takeHere(Side side, FacetKind kind, const QString &pid) const
{
    return facetFrame(
        m_container, side, kind, takeFacet(kind, Vantage{.proc = m_proc, .pid = pid}));
}

void Snapshot::watch(WatchList &list, Connection &connection)
{
    list.add(m_prober.answers.get(), POLLIN, [this, &connection] { receive(connection); });
    for (const Prober &prober : m_leaving) {
        list.add(prober.pidfd.get(), POLLIN, [this] { reapLeaving(); });
    }
}

void Snapshot::receive(Connection &connection)
{
    constexpr qsizetype kSize = qsizetype{64} << 10;
    ssize_t size = 0;
    do {
        const qsizetype held = m_received.size();
        m_received.resizeForOverwrite(held + kSize);
        size = ::read(
            m_prober.answers.get(), m_received.data() + held, static_cast<std::size_t>(kSize));
        m_received.truncate(held + std::max<ssize_t>(size, 0));
    } while (size > 0);
    bool ended = size == 0 || (errno != EAGAIN && errno != EINTR);
    while (auto message = takeMessage(m_received)) {
        if (message->frame.isEmpty()) {
            ended = true;
        } else if (message->side == Side::Outside) {
            offer({Side::Outside, message->kind}, message->frame, connection);
        } else {
            offerInside(message->kind, message->frame, connection);
        }
    }
    if (ended) {
        dismissProber(connection);
    }
    connection.flush();
}

void Snapshot::dismissProber(Connection &connection)
{
    if (auto socket = takeRouteEvents(m_prober); socket.isValid() && m_listen) {
        std::exchange(m_listen, {})(std::move(socket));
    }
    if (m_prober.pidfd.isValid()) {
        m_prober.orders.reset();
        m_prober.answers.reset();
        m_leaving.push_back(std::exchange(m_prober, {}));
    }
    takeRestHere(connection);
    if (m_looksInside) {
        offerRest(connection);
    }
    m_looking = false;
}

void Snapshot::reapLeaving()
{
    std::erase_if(m_leaving, [](const Prober &prober) {
        return hasExited(prober.pidfd.get()) && (waitForExit(prober.pidfd.get()), true);
    });
}

/** A process that ended meanwhile has no namespaces any more: what was seen last stays. */
void Snapshot::offerInside(FacetKind kind, const QByteArray &frame, Connection &connection)
{
    if (m_target && m_target->isValid() && !hasExited(m_target->get())) {
        offer({Side::Inside, kind}, frame, connection);
    }
}

/** What was never seen, because the process was too quick, is told to be gone; or why it could not
 * be held. */
void Snapshot::offerRest(Connection &connection)
{
    const Error gone = m_target.error_or(
        Error{.operation = u"pidfd_open"_s, .error = Errno{ESRCH}, .subject = {}});
    for (const FacetKind kind : kCardFacets) {
        const Key key{Side::Inside, kind};
        if (!m_sent.contains(key)) {
            offer(key,
                  facetFrame(m_container, Side::Inside, kind, std::unexpected(gone)),
                  connection);
        }
    }
}

void Snapshot::offer(Key key, const QByteArray &frame, Connection &connection)
{
    QByteArray &last = m_sent[key];
    if (last != frame) {
        last = frame;
        connection.sendFrame(frame);
    }
}

} // namespace nsw
