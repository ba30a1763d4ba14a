// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/connection.h"
#include "core/run/prober.h"
#include "core/run/watch.h"

#include <functional>
#include <map>

#include <sys/types.h>

/**
 * The facets of both sides, taken and sent when they changed.
 *
 * Processes, and the namespaces inside, the supervisor reads itself, through its /proc; the rest a
 * Prober takes: the supervisor itself never moves.
 */
namespace nsw
{

class Snapshot
{
public:
    /** `proc`: a directory fd of the supervisor's /proc. `probers` outlives this. */
    Snapshot(int proc, Probers &probers);

    /** Begins with the outside; take() follows when there is an inside. */
    void prepare(const QString &container, Depth depth, Connection &connection);

    /** A process to look at. */
    struct Target {
        pid_t pid = 0; ///< 0: the outside alone
        int pidfd = -1; ///< where the caller has one
    };

    /** Looks at the outside and at that process. */
    void take(Target target, const QString &container, Depth depth, Connection &connection);

    /** From now on take() also gets a socket that hears of changes of the network inside. */
    void listen(std::function<void(UniqueFd)> heard) { m_listen = std::move(heard); }

    /** From now on each look tells which processes are inside, by their PIDs here. */
    void follow(std::function<void(const QList<std::int32_t> &)> seen) { m_seen = std::move(seen); }

    /** True from take() until everything is told. */
    [[nodiscard]] bool isBusy() const { return m_looking; }

    /** True when nothing is under way and no prober of ours is left. */
    [[nodiscard]] bool isResting() const { return !m_looking && m_leaving.empty(); }

    void watch(WatchList &list, Connection &connection);

    /** What the looks from now on see more closely. */
    void setWatch(const Watched &watch) { m_watch = watch; }

    /** Forgets what was sent: the next time everything is sent again. */
    void reset() { m_sent.clear(); }

private:
    using Key = std::pair<Side, FacetKind>;

    [[nodiscard]] QByteArray
    takeHere(Side side, FacetKind kind, const QString &pid = QStringLiteral("self")) const;
    void takeProcesses(pid_t inside, Depth depth, Connection &connection);
    void tellWhoIsInside(const ProcessesFacet &inside) const;
    void takeControllers(pid_t inside, Connection &connection);
    void receive(Connection &connection);
    void dismissProber(Connection &connection);
    void reapLeaving();
    void offerInside(FacetKind kind, const QByteArray &frame, Connection &connection);
    void offerRest(Connection &connection);
    void takeRestHere(Connection &connection);
    void offer(Key key, const QByteArray &frame, Connection &connection);

    int m_proc;
    Probers *m_probers;
    QString m_container;
    Watched m_watch;
    bool m_looking = false;
    bool m_looksInside = false;
    Result<UniqueFd> m_target; ///< the process inside
    Prober m_prober;
    std::vector<Prober> m_leaving; ///< told all, and are ending
    std::function<void(UniqueFd)> m_listen; ///< empty: nobody wants the socket, or it is there
    std::function<void(const QList<std::int32_t> &)> m_seen; ///< empty: nobody wants to know
    QByteArray m_received;
    std::map<Key, QByteArray> m_sent;
};

} // namespace nsw
