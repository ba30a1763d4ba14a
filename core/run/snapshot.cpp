// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/snapshot.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"
#include "core/probe/probe.h"
#include "core/probe/processes.h"
#include "core/run/enter.h"

#include <QtEndian>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** What the child takes. Namespaces and processes are read through the outer /proc, from outside.
 */
constexpr std::array kEntered{FacetKind::Uts,
                              FacetKind::Ipc,
                              FacetKind::Mounts,
                              FacetKind::Users,
                              FacetKind::Network,
                              FacetKind::Cgroup,
                              FacetKind::Time};

QByteArray frameOf(Side side, FacetKind kind, const QString &container, Result<Facet> facet)
{
    return encodeFrame(Event(
        FacetEvent{.container = container, .side = side, .kind = kind, .facet = std::move(facet)}));
}

/** Each message of the child: the kind in one byte, then the frame as it goes to the window. */
void tell(int pipe, FacetKind kind, const QByteArray &frame)
{
    QByteArray bytes = char(kind) + frame;
    while (!bytes.isEmpty()) {
        const ssize_t size
            = ::write(pipe, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (size < 0 && errno != EINTR) {
            ::_exit(1);
        }
        bytes.remove(0, std::max<ssize_t>(size, 0));
    }
}

[[noreturn]] void runChild(int proc, pid_t inside, const QString &container, int pipe)
{
    // Processes of the container must not get hold of what this copy of the supervisor knows.
    if (::prctl(PR_SET_DUMPABLE, 0) != 0) {
        ::_exit(1);
    }
    setParentDeathSignal(SIGKILL);
    closeAllBut({proc, pipe});
    const Entry entry = enterNamespacesOf(inside, proc);

    const Vantage vantage{.proc = proc, .pid = QString::number(inside)};
    for (const FacetKind kind : kEntered) {
        const auto refused = entry.refused.find(kindOf(kind).value_or(NsKind::Mount));
        tell(pipe,
             kind,
             frameOf(Side::Inside,
                     kind,
                     container,
                     refused == entry.refused.end() ? takeFacet(kind, vantage)
                                                    : std::unexpected(refused->second)));
    }
    ::_exit(0);
}

} // namespace

Snapshot::Snapshot(int proc)
    : m_proc(proc)
{
}

void Snapshot::take(pid_t inside, const QString &container, Connection &connection)
{
    if (isBusy()) {
        return; // the one under way tells as much
    }
    m_container = container;
    // The zeros of the clocks are settled here, and the child inherits them.
    offer({Side::Outside, FacetKind::Time}, takeHere(Side::Outside, FacetKind::Time), connection);
    const pid_t child = inside != 0 ? startInside(inside) : 0; // it works while we do
    takeProcessesOfBoth(inside, child, connection);
    connection.flush(); // the window reads it while we go on
    for (const FacetKind kind : kAllFacets) {
        if (kind != FacetKind::Processes && kind != FacetKind::Time) {
            offer({Side::Outside, kind}, takeHere(Side::Outside, kind), connection);
        }
    }

    connection.flush();
    if (inside != 0 && !isBusy()) {
        finishInside(connection);
    }
}

/** One look at /proc tells both sides. The child is no part of what is looked at. */
void Snapshot::takeProcessesOfBoth(pid_t inside, pid_t child, Connection &connection)
{
    auto table = readProcessTable(m_proc);
    if (table) {
        table->processes.removeIf(
            [&](const Process &process) { return process.pids.first() == child; });
    }
    const auto seenFrom = [&](Side side, const QString &pid) {
        return frameOf(
            side, FacetKind::Processes, m_container, table.and_then([&](const ProcessTable &all) {
                return takeProcesses(Vantage{.proc = m_proc, .pid = pid}, all);
            }));
    };
    offer({Side::Outside, FacetKind::Processes}, seenFrom(Side::Outside, u"self"_s), connection);
    if (m_target.isValid()) {
        m_staged[FacetKind::Processes] = seenFrom(Side::Inside, QString::number(inside));
    }
}

QByteArray Snapshot::takeHere(Side side, FacetKind kind, const QString &pid) const
{
    return frameOf(side, kind, m_container, takeFacet(kind, Vantage{.proc = m_proc, .pid = pid}));
}

/** The child that looks at the inside, 0 where there is none. */
pid_t Snapshot::startInside(pid_t inside)
{
    m_staged.clear();
    auto target = openPidfd(inside);
    if (!target) {
        m_target.reset();
        return 0;
    }
    m_target = *std::move(target);
    const auto child = startChild(inside);
    if (!child) {
        for (const FacetKind kind : kEntered) {
            m_staged[kind]
                = frameOf(Side::Inside, kind, m_container, std::unexpected(child.error()));
        }
    }
    m_staged[FacetKind::Namespaces]
        = takeHere(Side::Inside, FacetKind::Namespaces, QString::number(inside));
    return child.value_or(0);
}

Result<pid_t> Snapshot::startChild(pid_t inside)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failure("pipe2"_L1);
    }
    UniqueFd read(ends[0]);
    const UniqueFd write(ends[1]);
    ::fcntl(read.get(), F_SETFL, O_NONBLOCK);
    auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid == 0) {
        runChild(m_proc, inside, m_container, write.get());
    }
    m_pipe = std::move(read);
    m_child = std::move(child->pidfd);
    m_received.clear();
    return child->pid;
}

/** A process that ended meanwhile has no namespaces any more: what was seen last stays. */
void Snapshot::finishInside(Connection &connection)
{
    const bool isGone = !m_target.isValid() || hasExited(m_target.get());
    const Error gone{.operation = u"pidfd_open"_s, .error = Errno{ESRCH}, .subject = {}};
    for (const FacetKind kind : kAllFacets) {
        const Key key{Side::Inside, kind};
        if (!isGone && m_staged.contains(kind)) {
            offer(key, m_staged[kind], connection);
        } else if (!m_sent.contains(key)) {
            offer(key, frameOf(Side::Inside, kind, m_container, std::unexpected(gone)), connection);
        }
    }
    m_staged.clear();
}

void Snapshot::watch(WatchList &list, Connection &connection)
{
    list.add(m_pipe.get(), POLLIN, [this, &connection] { receive(connection); });
}

void Snapshot::receive(Connection &connection)
{
    constexpr std::size_t kSize = std::size_t{64} << 10;
    constexpr qsizetype kHeader = 1 + qsizetype{sizeof(quint32)};
    std::array<char, kSize> buffer{};
    ssize_t size = 0;
    while ((size = ::read(m_pipe.get(), buffer.data(), buffer.size())) > 0) {
        m_received.append(buffer.data(), size);
    }
    const bool ended = size == 0 || (errno != EAGAIN && errno != EINTR);
    qsizetype at = 0;
    while (m_received.size() - at >= kHeader) {
        const auto length = qsizetype{qFromBigEndian<quint32>(m_received.constData() + at + 1)};
        const auto kind = std::size_t{static_cast<unsigned char>(m_received.at(at))};
        if (m_received.size() - at < kHeader + length || kind >= kAllFacets.size()) {
            break;
        }
        m_staged[kAllFacets.at(kind)] = m_received.sliced(at + 1, kHeader - 1 + length);
        at += kHeader + length;
    }
    m_received.remove(0, at);
    const bool complete
        = std::ranges::all_of(kEntered, [&](FacetKind kind) { return m_staged.contains(kind); });
    if (complete) {
        finishInside(connection); // the child's own end takes its time
        connection.flush();
    }
    if (ended) {
        m_pipe.reset();
        (void)waitForExit(m_child.get());
        m_child.reset();
        if (!m_staged.empty()) {
            finishInside(connection); // it was cut short
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
