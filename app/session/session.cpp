// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/session/remotesupervisor.h"
#include "app/session/supervisorprocess.h"
#include "core/kernel/failure.h"
#include "core/wire/frame.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <chrono>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;

namespace
{

// A supervisor is there within milliseconds; a loaded machine may take longer, a human longer
// still.
constexpr auto kReadyDeadline = 10s;
constexpr auto kPrivilegedDeadline = 11min;
// A person may be asked for a password and for whether a key is to be trusted.
constexpr auto kRemoteDeadline = 3min;
// How much is read before the event loop gets its turn.
constexpr int kReadsPerTurn = 16;
constexpr std::size_t kReadSize = std::size_t{64} << 10;
constexpr qsizetype kMostFirstBytes = 4096;
constexpr qsizetype kMostTold = 200; ///< of what somebody else wrote

QString makeNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

} // namespace

struct Session::Private {
    explicit Private(Session *session)
        : q(session)
    {
        deadline.setSingleShot(true);
        QObject::connect(&deadline, &QTimer::timeout, q, [this] {
            fail({.operation = u"ready"_s, .error = Errno{ETIMEDOUT}, .subject = {}});
        });
    }

    /** A new attempt; what comes of it is to be given to what is returned. */
    std::function<void(Result<UniqueFd>)> begin(Privilege privilege);
    void take(UniqueFd end);
    void close();
    void fail(const Error &error);
    /** The other side ended; with ssh(1) between it is that which knows why. */
    void failAsEnded(const Error &error);
    /** What was read is no event of a supervisor like ours. */
    void failAsStrange(const QString &found);
    void readSome();
    /** False when the session ended, or its object did, while an event was told. */
    bool deliver();
    [[nodiscard]] std::optional<QString> strangeVersion() const;
    void failAsOtherVersion(const QString &version);
    bool accept(const Event &event);
    void writeSome();

    Session *q;
    SessionState state;
    QString nonce;
    Privilege asked = Privilege::None;
    UniqueFd socket;
    std::unique_ptr<RemoteSupervisor> remote; ///< null: on this machine
    QByteArray firstBytes; ///< of a session that is not ready: what may be no supervisor's
    std::unique_ptr<QSocketNotifier> readable;
    std::unique_ptr<QSocketNotifier> writable;
    QByteArray outgoing;
    FrameDecoder<Event> decoder{kMaxEventSize};
    QTimer deadline;
    int attempt = 0; ///< an answer to an earlier open() is not for this one
    bool isReady = false;
};

void Session::Private::take(UniqueFd end)
{
    socket = std::move(end);
    fcntl(socket.get(), F_SETFL, O_NONBLOCK);
    readable = std::make_unique<QSocketNotifier>(socket.get(), QSocketNotifier::Read);
    writable = std::make_unique<QSocketNotifier>(socket.get(), QSocketNotifier::Write);
    writable->setEnabled(false);
    QObject::connect(readable.get(), &QSocketNotifier::activated, q, [this] { readSome(); });
    QObject::connect(writable.get(), &QSocketNotifier::activated, q, [this] { writeSome(); });
    deadline.start(remote ? kRemoteDeadline : kReadyDeadline);
    if (!outgoing.isEmpty()) {
        writeSome();
    }
}

void Session::Private::close()
{
    deadline.stop();
    // A notifier may be the caller of this very function.
    for (auto *notifier : {&readable, &writable}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater();
        }
    }
    socket.reset();
    remote.reset();
    firstBytes.clear();
    outgoing.clear();
    decoder = FrameDecoder<Event>(kMaxEventSize);
    isReady = false;
}

void Session::Private::fail(const Error &error)
{
    close();
    ++attempt;
    if (state.phase != Phase::Ended && state.phase != Phase::Refused) {
        state.phase = Phase::Lost;
    }
    Q_EMIT q->failed(error);
}

void Session::Private::failAsEnded(const Error &error)
{
    if (!remote) {
        fail(error);
        return;
    }
    if (!isReady && !firstBytes.isEmpty()) {
        failAsStrange({});
        return;
    }
    readable->setEnabled(false);
    remote->explainEnd(isReady, [this](const Error &reason) { fail(reason); });
}

/** Decoding is strict, so what another version says of itself may not be decoded. */
std::optional<QString> Session::Private::strangeVersion() const
{
    const auto first = remote && !isReady ? firstMapOf(firstBytes) : std::nullopt;
    if (!first || first->value("event"_L1).toString() != ReadyEvent::kTag
        || first->value("nonce"_L1).toString() != nonce) {
        return std::nullopt;
    }
    const QString version = first->value("version"_L1).toString().left(kMostTold);
    return version == QStringLiteral(NSW_VERSION) ? std::nullopt : std::optional(version);
}

void Session::Private::failAsOtherVersion(const QString &version)
{
    fail({.operation = u"ssh-version"_s,
          .error = Errno{EPROTONOSUPPORT},
          .subject = remote->machine().name() + u'\n' + version});
}

void Session::Private::failAsStrange(const QString &found)
{
    if (const auto version = strangeVersion()) {
        failAsOtherVersion(*version);
        return;
    }
    if (remote && !isReady) {
        fail({.operation = u"ssh-output"_s,
              .error = Errno{EPROTO},
              .subject = remote->machine().name() + u'\n'
                  + QString::fromUtf8(firstBytes.left(kMostTold)).section(u'\n', 0, 0)});
        return;
    }
    fail({.operation = u"protocol"_s, .error = Errno{EPROTO}, .subject = found});
}

void Session::Private::readSome()
{
    std::array<char, kReadSize> buffer{};
    for (int turn = 0; turn < kReadsPerTurn; ++turn) {
        const ssize_t size = read(socket.get(), buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size < 0 && errno == EAGAIN) {
            return;
        }
        if (size <= 0) {
            const int error = size < 0 ? errno : ECONNRESET;
            failAsEnded({.operation = isReady ? u"session"_s : u"ready"_s,
                         .error = Errno{error},
                         .subject = {}});
            return;
        }
        if (!isReady) {
            firstBytes.append(QByteArrayView(buffer.data(), size));
            firstBytes.truncate(kMostFirstBytes);
        }
        decoder.append(QByteArrayView(buffer.data(), size));
        if (!deliver()) {
            return;
        }
    }
}

bool Session::Private::deliver()
{
    const QPointer<Session> alive(q);
    for (;;) {
        const auto next = decoder.next();
        if (!next) {
            failAsStrange(next.error().path + u' ' + next.error().found);
            return false;
        }
        const std::optional<Event> &event = *next;
        if (!event) {
            return true;
        }
        if (!accept(*event) || !alive || !socket.isValid()) {
            return false;
        }
    }
}

bool Session::Private::accept(const Event &event)
{
    const auto *hello = std::get_if<ReadyEvent>(&event);
    if (!isReady && (hello == nullptr || hello->nonce != nonce)) {
        fail({.operation = u"nonce"_s, .error = Errno{EPROTO}, .subject = {}});
        return false;
    }
    // One that we started ourselves has our rights, whatever it calls them.
    if (hello != nullptr && asked != Privilege::None && hello->grant != asked) {
        fail({.operation = u"protocol"_s, .error = Errno{EPROTO}, .subject = nameOf(hello->grant)});
        return false;
    }
    if (hello != nullptr && remote && hello->version != QStringLiteral(NSW_VERSION)) {
        failAsOtherVersion(hello->version);
        return false;
    }
    if (hello != nullptr && hello->protocol != ReadyEvent{}.protocol) {
        fail({.operation = u"protocol"_s,
              .error = Errno{EPROTONOSUPPORT},
              .subject = QString::number(hello->protocol)});
        return false;
    }
    const bool becameReady = !isReady;
    isReady = true;
    deadline.stop();
    const QPointer<Session> alive(q);
    reduce(state, event);
    Q_EMIT q->eventReceived(event);
    if (alive && becameReady && socket.isValid()) {
        Q_EMIT q->ready();
    }
    return !alive.isNull();
}

void Session::Private::writeSome()
{
    while (!outgoing.isEmpty()) {
        const ssize_t size = ::send(socket.get(),
                                    outgoing.constData(),
                                    static_cast<std::size_t>(outgoing.size()),
                                    MSG_NOSIGNAL);
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size < 0) {
            break; // full: the notifier tells when it is not; broken: reading tells so
        }
        outgoing.remove(0, size);
    }
    writable->setEnabled(!outgoing.isEmpty() && errno == EAGAIN);
    if (outgoing.isEmpty()) {
        Q_EMIT q->drained();
    }
}

Session::Session(QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(this))
{
}

Session::~Session() = default;

std::function<void(Result<UniqueFd>)> Session::Private::begin(Privilege privilege)
{
    close();
    nonce = makeNonce();
    asked = privilege;
    state = {};
    state.phase = Phase::Connecting;
    return [this, mine = ++attempt](Result<UniqueFd> end) {
        if (mine != attempt) {
            return;
        }
        if (end) {
            take(*std::move(end));
        } else {
            fail(end.error());
        }
    };
}

void Session::open(const RemoteMachine &machine)
{
    const auto take = m_private->begin(Privilege::None);
    m_private->remote = std::make_unique<RemoteSupervisor>();
    auto end
        = std::make_shared<Result<UniqueFd>>(m_private->remote->start(machine, m_private->nonce));
    QMetaObject::invokeMethod(this, [take, end] { take(std::move(*end)); }, Qt::QueuedConnection);
}

void Session::open(Privilege asked, const PrivilegedLimits &limits)
{
    const auto take = m_private->begin(asked);
    if (asked != Privilege::None) {
        m_private->deadline.start(kPrivilegedDeadline);
        requestPrivilegedSupervisor(asked, m_private->nonce, this, take, limits);
        return;
    }
    // Told later, so that the caller of open() hears of success and failure in the same way.
    auto end
        = std::make_shared<Result<UniqueFd>>(startSupervisor(supervisorPath(), m_private->nonce));
    QMetaObject::invokeMethod(this, [take, end] { take(std::move(*end)); }, Qt::QueuedConnection);
}

bool Session::isOpen() const
{
    return m_private->isReady;
}

void Session::send(const Request &request)
{
    if (std::holds_alternative<StartRequest>(request)) {
        restart(m_private->state);
    } else if (std::holds_alternative<StopRequest>(request)
               && m_private->state.phase == Phase::Running) {
        m_private->state.phase = Phase::Stopping;
    }
    m_private->outgoing += encodeFrame(request);
    if (m_private->socket.isValid()) {
        m_private->writeSome();
    }
}

qsizetype Session::bytesToSend() const
{
    return m_private->outgoing.size();
}

const SessionState &Session::state() const
{
    return m_private->state;
}

} // namespace nsw
