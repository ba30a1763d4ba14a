// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/connection.h"
#include "core/run/watch.h"

#include <map>

#include <sys/types.h>

/**
 * The facets of both sides, taken and sent when they changed.
 *
 * Outside and what can be read from there (namespaces, processes) the supervisor takes itself. The
 * rest of the inside is taken by a short-lived child that enters the namespaces of the container:
 * the supervisor itself never moves.
 */
namespace nsw
{

class Snapshot
{
public:
    /** `proc`: a directory fd of the supervisor's /proc. */
    explicit Snapshot(int proc);

    /** Starts to look at the outside and, unless `inside` is 0, at that process. */
    void take(pid_t inside, const QString &container, Connection &connection);

    /** True until the child has told everything. */
    [[nodiscard]] bool isBusy() const { return m_pipe.isValid(); }

    void watch(WatchList &list, Connection &connection);

    /** Forgets what was sent: the next time everything is sent again. */
    void reset() { m_sent.clear(); }

private:
    using Key = std::pair<Side, FacetKind>;

    [[nodiscard]] QByteArray
    takeHere(Side side, FacetKind kind, const QString &pid = QStringLiteral("self")) const;
    pid_t startInside(pid_t inside);
    Result<pid_t> startChild(pid_t inside);
    void takeProcessesOfBoth(pid_t inside, pid_t child, Connection &connection);
    void finishInside(Connection &connection);
    void receive(Connection &connection);
    void offer(Key key, const QByteArray &frame, Connection &connection);

    int m_proc;
    QString m_container;
    UniqueFd m_target; ///< the process inside
    UniqueFd m_pipe;
    UniqueFd m_child;
    QByteArray m_received;
    std::map<FacetKind, QByteArray> m_staged; ///< of the inside, until all is told
    std::map<Key, QByteArray> m_sent;
};

} // namespace nsw
