// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/liverun.h"

#include "app/cli/findings.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::size_t kInputSize = std::size_t{16} << 10;
// More than this is not read before the command took what there is: the supervisor keeps so much,
// and refuses the rest.
constexpr qsizetype kMaxInputWaiting = qsizetype{256} << 10;

/** Only a pipe or a socket tells that nobody reads any more. */
bool isPipe(int fd)
{
    struct stat status{};
    return fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

} // namespace

LiveRun::LiveRun(Options options, Listener listener)
    : m_options(std::move(options))
    , m_listener(std::move(listener))
    , m_session(m_options.session != nullptr ? m_options.session : &m_own)
{
    (void)std::signal(SIGPIPE, SIG_IGN);
    connect(m_session, &Session::eventReceived, this, &LiveRun::handle);
    connect(m_session, &Session::ready, this, &LiveRun::begin);
    connect(m_session, &Session::drained, this, &LiveRun::goOnReading);
    connect(m_session, &Session::failed, this, [this](const Error &error) {
        if (!m_done) {
            m_outcome.error = error;
        }
        finish();
    });
    connect(&m_signals, &Signals::received, this, &LiveRun::handleSignal);
    if (m_options.watchOutput && isPipe(STDOUT_FILENO)) {
        // poll(2) reports the error on the other end whatever is asked for.
        auto *closed = new QSocketNotifier(STDOUT_FILENO, QSocketNotifier::Exception, this);
        connect(closed, &QSocketNotifier::activated, this, [this, closed] {
            closed->setEnabled(false);
            handleClosedOutput();
        });
    }
}

void LiveRun::begin()
{
    m_session->send(m_options.start);
    switch (m_options.input) {
    case Input::None:
    case Input::Later:
        break;
    case Input::Empty:
        m_session->send(InputRequest{});
        break;
    case Input::Forwarded:
        listenToInput();
        break;
    }
}

void LiveRun::giveInput()
{
    if (m_options.input == Input::Later) {
        m_options.input = Input::Forwarded;
        listenToInput();
    }
}

void LiveRun::listenToInput()
{
    m_input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(m_input, &QSocketNotifier::activated, this, &LiveRun::forwardInput);
}

LiveRun::Outcome LiveRun::exec()
{
    const auto start = [this] {
        if (m_session == &m_own) {
            m_session->open(m_options.asked);
        } else if (m_session->isOpen()) {
            begin();
        } else { // it went away while nothing was waited for
            m_outcome.error
                = Error{.operation = u"session"_s, .error = Errno{ECONNRESET}, .subject = {}};
            finish();
        }
    };
    QMetaObject::invokeMethod(this, start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return m_outcome;
}

void LiveRun::stop()
{
    if (m_stopping || m_done) {
        return;
    }
    m_stopping = true;
    if (m_session->state().phase == Phase::Running) {
        m_session->send(StopRequest{});
    } else {
        finish(); // there is no container yet, and the supervisor goes with the socket
    }
}

void LiveRun::handle(const Event &event)
{
    if (m_done) {
        return;
    }
    if (!m_outcome.outputClosed && !m_listener(event, m_session->state())) {
        handleClosedOutput();
    }
    if (const auto *input = std::get_if<InputEvent>(&event)) {
        m_inputWaiting -= input->taken;
        goOnReading();
    }
    if (const auto *end = std::get_if<EndEvent>(&event)) {
        m_outcome.exit = end->exit;
        finish();
    } else if (std::holds_alternative<RefusedEvent>(event)
               && m_session->state().phase == Phase::Refused) {
        m_outcome.refusal = m_session->state().refusal;
        finish();
    }
}

void LiveRun::handleSignal(int signal)
{
    const bool again = m_outcome.signal != 0;
    m_outcome.signal = signal;
    if (again) {
        finish();
    } else {
        stop();
    }
}

void LiveRun::handleClosedOutput()
{
    m_outcome.outputClosed = true;
    stop();
}

void LiveRun::forwardInput()
{
    std::array<char, kInputSize> buffer{};
    const ssize_t size = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    m_session->send(InputRequest{QByteArray(buffer.data(), qMax(size, ssize_t{0}))});
    m_inputWaiting += qMax(size, ssize_t{0});
    if (size <= 0) {
        m_input->setEnabled(false);
        m_input->deleteLater();
        m_input = nullptr;
    } else if (m_inputWaiting > kMaxInputWaiting || m_session->bytesToSend() > kMaxInputWaiting) {
        m_input->setEnabled(false);
    }
}

void LiveRun::goOnReading()
{
    if (m_input != nullptr && m_inputWaiting <= kMaxInputWaiting && m_session->bytesToSend() == 0) {
        m_input->setEnabled(true);
    }
}

void LiveRun::finish()
{
    m_done = true;
    QCoreApplication::quit();
}

int exitStatus(const LiveRun::Outcome &outcome)
{
    if (outcome.signal != 0) {
        return kSignalBase + outcome.signal;
    }
    if (outcome.outputClosed) {
        return kSignalBase + SIGPIPE;
    }
    if (!outcome.refusal.isEmpty()) {
        return kBadConfiguration;
    }
    return outcome.exit.value_or(kNotMade);
}

} // namespace nsw::cli
