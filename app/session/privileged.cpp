// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/privileged.h"

#include "app/session/authorizeprocess.h"
#include "core/kernel/fd.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cerrno>
#include <memory>

#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using contract::Milestone;
using contract::Outcome;

namespace
{

/** One request, from the socket pair to the one call of `done`. Deletes itself. */
class PrivilegedRequest : public QObject
{
public:
    using Done = std::function<void(Result<UniqueFd>)>;

    PrivilegedRequest(Privilege asked, QObject *context, Done done, const PrivilegedLimits &limits);
    void begin(const QString &nonce);

private:
    void watchSocket();
    void onSocketReadable();
    void onMilestone(Milestone milestone);
    void onFinished(Outcome outcome);
    void onTimeout();
    void fail(const Error &error) { finish(std::unexpected(error)); }
    void finish(Result<UniqueFd> result);

    Privilege m_asked;
    QPointer<QObject> m_context;
    Done m_done;
    PrivilegedLimits m_limits;
    UniqueFd m_ours;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< ends before the socket does
    AuthorizeProcess m_process;
    QTimer m_deadline;
    Error m_onTimeout = errors::busSilent(); ///< what it would mean if nothing more came
    bool m_granted = false;
};

PrivilegedRequest::PrivilegedRequest(Privilege asked,
                                     QObject *context,
                                     Done done,
                                     const PrivilegedLimits &limits)
    : m_asked(asked)
    , m_context(context)
    , m_done(std::move(done))
    , m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &PrivilegedRequest::onTimeout);
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    m_process.onMilestone = [this](Milestone milestone) {
        onMilestone(milestone);
    };
    m_process.onFinished = [this](Outcome outcome) {
        onFinished(outcome);
    };
    m_process.onFailed = [this](const Error &error) {
        fail(error);
    };
}

void PrivilegedRequest::begin(const QString &nonce)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0) {
        fail({.operation = u"socketpair"_s, .error = Errno{errno}, .subject = {}});
        return;
    }
    m_ours.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    m_deadline.start(m_limits.contact);
    watchSocket();
    m_process.start(m_asked, nonce, theirs.get());
}

void PrivilegedRequest::watchSocket()
{
    m_notifier = std::make_unique<QSocketNotifier>(m_ours.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        onSocketReadable();
    });
}

/** The bytes stay where they are, for whoever gets the socket. */
void PrivilegedRequest::onSocketReadable()
{
    char byte = 0;
    const ssize_t count = ::recv(m_ours.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count > 0) {
        finish(std::move(m_ours));
    } else if (count == 0 && m_granted) {
        fail(errors::helperEnded());
    }
    // At the end before that the process is about to say why nobody has the other end any more.
}

void PrivilegedRequest::onMilestone(Milestone milestone)
{
    switch (milestone) {
    case Milestone::BusAnswered:
        m_onTimeout = errors::polkitSilent();
        return;
    case Milestone::PolkitAnswered:
        m_onTimeout = errors::helperSilent();
        return;
    case Milestone::Asked:
        m_onTimeout = errors::questionUnanswered(m_asked);
        m_deadline.start(m_limits.answer);
        return;
    }
}

void PrivilegedRequest::onFinished(Outcome outcome)
{
    if (outcome != Outcome::Granted) {
        fail(errors::of(outcome, m_asked));
        return;
    }
    // It might be the answer to somebody else's request for the same action: the supervisor's first
    // bytes decide.
    m_granted = true;
    m_onTimeout = errors::helperSilent();
    m_deadline.start(m_limits.start);
    onSocketReadable();
}

void PrivilegedRequest::onTimeout()
{
    fail(m_onTimeout);
}

/** Later, so that the caller has returned from its request when it gets the answer. */
void PrivilegedRequest::finish(Result<UniqueFd> result)
{
    if (!m_done) {
        return;
    }
    m_deadline.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
    }
    m_process.abandon();
    const auto kept = std::make_shared<Result<UniqueFd>>(std::move(result));
    QTimer::singleShot(0, this, [this, kept, done = std::exchange(m_done, {})] {
        deleteLater();
        if (m_context) {
            done(std::move(*kept));
        }
    });
}

} // namespace

void requestPrivilegedSupervisor(Privilege asked,
                                 const QString &nonce,
                                 QObject *context,
                                 std::function<void(Result<UniqueFd>)> done,
                                 const PrivilegedLimits &limits)
{
    // Its end is also the end of what it has begun.
    auto *request = new PrivilegedRequest(asked, context, std::move(done), limits);
    request->setParent(QCoreApplication::instance());
    request->begin(nonce);
}

} // namespace nsw
