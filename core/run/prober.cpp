// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/prober.h"

#include "core/kernel/failure.h"
#include "core/kernel/passfd.h"
#include "core/kernel/process.h"
#include "core/probe/probe.h"
#include "core/run/confine.h"
#include "core/run/enter.h"
#include "core/run/perform.h"
#include "core/run/triggers.h"
#include "core/wire/frame.h"

#include <QtEndian>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Ends {
    UniqueFd ours;
    UniqueFd theirs;
};

Result<Ends> makePair(int type)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    return Ends{.ours = UniqueFd(ends[0]), .theirs = UniqueFd(ends[1])};
}

/** Side and kind in a byte each, then the frame, which begins with its length. */
constexpr qsizetype kMark = 2;
constexpr qsizetype kHeader = kMark + qsizetype{sizeof(quint32)};

QByteArray messageOf(const QString &container, Side side, FacetKind kind, Result<Facet> facet)
{
    const QByteArray frame = facetFrame(container, side, kind, std::move(facet));
    return QByteArray(1, static_cast<char>(side)) + static_cast<char>(kind) + frame;
}

/** A frame of no length: what follows a mark when nothing follows. */
const QByteArray &lastMessage()
{
    static const QByteArray bytes(kHeader, '\0');
    return bytes;
}

void tell(int pipe, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t size = ::write(pipe, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (size < 0 && errno != EINTR) {
            ::_exit(1);
        }
        bytes = bytes.sliced(std::max<ssize_t>(size, 0));
    }
}

/** Without an inside when nobody asks any more. */
ProbeOrder awaitOrder(int orders)
{
    ProbeOrder order;
    ssize_t size = 0;
    do {
        size = ::recv(orders, &order, sizeof order, 0);
    } while (size < 0 && errno == EINTR);
    return size == sizeof order ? order : ProbeOrder{};
}

[[noreturn]] void finish(int orders, int answers, const QByteArray &answer)
{
    tell(answers, QByteArray(answer + lastMessage()));
    (void)awaitOrder(orders);
    ::_exit(0);
}

std::optional<LookOrder> awaitLook(int orders)
{
    ssize_t size = 0;
    do {
        size = ::recv(orders, nullptr, 0, MSG_PEEK | MSG_TRUNC);
    } while (size < 0 && errno == EINTR);
    QByteArray bytes(std::max<ssize_t>(size, 0), Qt::Uninitialized);
    if (bytes.isEmpty()
        || ::recv(orders, bytes.data(), static_cast<std::size_t>(size), 0) != bytes.size()) {
        return std::nullopt;
    }
    auto look = fromCbor<LookOrder>(bytes);
    return look ? std::optional(*std::move(look)) : std::nullopt;
}

void practise(int proc)
{
    for (const FacetKind kind : kProbedOutside) {
        const Vantage vantage{.proc = proc, .pid = u"self"_s};
        (void)messageOf({}, Side::Outside, kind, takeFacet(kind, vantage));
    }
}

/**
 * libnftables reads names of numbers from /etc and may load modules, and must not find those of the
 * container.
 */
Result<Facet> takeFirewallFrom(int root, const Vantage &vantage)
{
    if (::fchdir(root) != 0 || ::chroot(".") != 0) {
        return failure("chroot"_L1);
    }
    return takeFacet(FacetKind::Firewall, vantage);
}

/** What is told of a side, all at once: each write wakes two others. */
struct Answer {
    QString container;
    int root = -1; ///< the root directory outside
    QByteArray bytes;

    void takeAll(Side side, const auto &kinds, const Vantage &from, const Entry &entry)
    {
        for (const FacetKind kind : kinds) {
            const auto refused = entry.refused.find(kindOf(kind).value_or(NsKind::Mount));
            bytes += messageOf(container,
                               side,
                               kind,
                               refused == entry.refused.end() ? take(side, kind, from)
                                                              : std::unexpected(refused->second));
        }
    }

private:
    [[nodiscard]] Result<Facet> take(Side side, FacetKind kind, const Vantage &from) const
    {
        if (side == Side::Inside && kind == FacetKind::Firewall) {
            return takeFirewallFrom(root, from);
        }
        if (side == Side::Outside && kind == FacetKind::Users) {
            // Our own filter shows in our own status: that of the supervisor is the one to tell.
            return takeFacet(kind, Vantage{.proc = from.proc, .pid = QString::number(::getppid())});
        }
        return takeFacet(kind, from);
    }
};

enum class Born : std::uint8_t { Ahead, AtNeed };

[[noreturn]] void runProber(int proc, int orders, int answers, Born born)
{
    setParentDeathSignal(SIGKILL);
    closeAllBut({proc, orders, answers}, proc);
    // Where a filter is not taken, what is left is that the prober is undumpable and holds nothing.
    [[maybe_unused]] const bool isFiltered = CallFilter::ofProber().install();
    if (born == Born::Ahead) {
        practise(proc);
    }
    const auto look = awaitLook(orders);
    if (!look) {
        ::_exit(0);
    }
    std::vector<UniqueFd> slowToClose; // until this process ends
    const UniqueFd root(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
    Answer answer{.container = look->container, .root = root.get(), .bytes = {}};
    const Vantage outside{
        .proc = proc, .pid = u"self"_s, .slowToClose = &slowToClose, .watch = &look->watch};
    answer.takeAll(Side::Outside, kProbedOutside, outside, {});
    if (look->depth == Depth::All) {
        answer.takeAll(Side::Outside, kProbedDeep, outside, {});
    }
    tell(answers, answer.bytes);
    const ProbeOrder order = awaitOrder(orders);
    const pid_t pid = order.inside;
    // Processes of the container must not get hold of what this copy of the supervisor knows.
    if (pid == 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0) {
        finish(orders, answers, {});
    }
    const Entry entry = enterNamespacesOf(pid, proc);
    const Watched watchInside{.processes = {}, .files = look->watch.files}; // threads are told
    const Vantage inside{.proc = proc,
                         .pid = QString::number(pid),
                         .slowToClose = &slowToClose,
                         .watch = &watchInside};
    answer.bytes.clear();
    answer.takeAll(Side::Inside, kProbedInside, inside, entry);
    if (look->depth == Depth::All) {
        answer.takeAll(Side::Inside, kProbedDeep, inside, entry);
    }
    if (order.wantsRouteEvents && !entry.refused.contains(NsKind::Network)) {
        if (const auto socket = openRouteEvents()) {
            (void)sendFd(orders, socket->get());
        }
    }
    finish(orders, answers, answer.bytes);
}

Result<Prober> startProber(int proc, Born born)
{
    auto orders = makePair(SOCK_SEQPACKET);
    auto answers = makePair(SOCK_STREAM);
    if (!orders || !answers) {
        return std::unexpected(!orders ? orders.error() : answers.error());
    }
    if (::fcntl(answers->ours.get(), F_SETFL, O_NONBLOCK) < 0) {
        return failure("fcntl"_L1);
    }
    (void)CallFilter::ofProber(); // made once, and inherited
    auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid == 0) {
        runProber(proc, orders->theirs.get(), answers->theirs.get(), born);
    }
    return Prober{.pid = child->pid,
                  .pidfd = std::move(child->pidfd),
                  .orders = std::move(orders->ours),
                  .answers = std::move(answers->ours)};
}

} // namespace

QByteArray
facetFrame(const QString &container, Side side, FacetKind kind, std::expected<Facet, Error> facet)
{
    return encodeFrame(Event(
        FacetEvent{.container = container, .side = side, .kind = kind, .facet = std::move(facet)}));
}

void Probers::stock()
{
    if (m_stock.pid == 0) {
        // The zeros of the clocks are settled here, and the prober inherits them.
        (void)takeFacet(FacetKind::Time, Vantage{.proc = m_proc, .pid = u"self"_s});
        m_stock = startProber(m_proc, Born::Ahead).value_or(Prober{});
    }
}

Result<Prober> Probers::take()
{
    if (m_stock.pid != 0) {
        return std::exchange(m_stock, {});
    }
    return startProber(m_proc, Born::AtNeed);
}

void beginLook(Prober &prober, const LookOrder &look)
{
    const QByteArray message = toCbor(look);
    if (!sendWhole(
            prober.orders.get(), message.constData(), static_cast<std::size_t>(message.size()))) {
        prober.orders.reset();
    }
}

void sendOn(Prober &prober, const ProbeOrder &order)
{
    if (!sendWhole(prober.orders.get(), &order, sizeof order)) {
        prober.orders.reset();
    }
}

UniqueFd takeRouteEvents(Prober &prober)
{
    return receiveFd(prober.orders.get());
}

std::optional<ProberMessage> takeMessage(QByteArray &bytes)
{
    if (bytes.size() < kHeader) {
        return std::nullopt;
    }
    const qsizetype size = kHeader + qsizetype{qFromBigEndian<quint32>(bytes.constData() + kMark)};
    if (bytes.size() < size) {
        return std::nullopt;
    }
    ProberMessage message{.side = static_cast<Side>(bytes.at(0)),
                          .kind = static_cast<FacetKind>(bytes.at(1)),
                          .frame
                          = size == kHeader ? QByteArray() : bytes.sliced(kMark, size - kMark)};
    bytes.remove(0, size);
    return message;
}

} // namespace nsw
