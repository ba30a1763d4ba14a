// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/connection.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qsizetype kCongested = qsizetype{1} << 20;
constexpr qsizetype kOverfull = 8 * kCongested;
constexpr std::size_t kReadSize = std::size_t{64} << 10;

bool makeOurs(int fd)
{
    const int flags = ::fcntl(fd, F_GETFL);
    return flags >= 0 && ::fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0
        && ::fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

} // namespace

Connection::Connection(UniqueFd socket, UniqueFd output)
    : m_socket(std::move(socket))
    , m_output(std::move(output))
    , m_decoder(kMaxRequestSize)
{
    // One that blocks could hold everything up, and one that commands inherit would be theirs.
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer): what it asks has to be there
    m_closed = !makeOurs(m_socket.get()) || (m_output.isValid() && !makeOurs(m_output.get()));
}

void Connection::watch(WatchList &list, std::function<void(Request)> received)
{
    const bool waiting = m_sent < m_outgoing.size();
    const short wanted = isOverfull() ? 0 : POLLIN;
    const short writable = waiting ? POLLOUT : 0;
    const auto events = static_cast<short>(m_output.isValid() ? wanted : wanted | writable);
    list.add(m_socket.get(), events, [this, received = std::move(received)] {
        flush();
        if (!isOverfull()) {
            receive(received);
        }
    });
    if (m_output.isValid()) {
        // Whatever is asked for, poll(2) tells when nobody reads any more.
        list.add(m_output.get(), writable, [this] {
            pollfd now{.fd = m_output.get(), .events = POLLOUT, .revents = 0};
            m_closed
                = m_closed || (::poll(&now, 1, 0) == 1 && (now.revents & (POLLERR | POLLHUP)) != 0);
            flush();
        });
    }
}

void Connection::sendFrame(const QByteArray &frame)
{
    if (!m_closed) {
        m_outgoing += frame;
    }
}

void Connection::flush()
{
    while (!m_closed && m_sent < m_outgoing.size()) {
        const char *bytes = m_outgoing.constData() + m_sent;
        const auto left = static_cast<std::size_t>(m_outgoing.size() - m_sent);
        const ssize_t size = m_output.isValid() ? ::write(m_output.get(), bytes, left)
                                                : ::send(m_socket.get(), bytes, left, MSG_NOSIGNAL);
        if (size < 0) {
            m_closed = errno != EAGAIN && errno != EINTR;
            break;
        }
        m_sent += size;
    }
    if (m_sent == m_outgoing.size()) {
        m_outgoing.clear();
        m_sent = 0;
    } else if (m_sent > kCongested) {
        m_outgoing.remove(0, m_sent); // it may be long until there is nothing to send
        m_sent = 0;
    }
}

bool Connection::isCongested() const
{
    return m_outgoing.size() - m_sent > kCongested;
}

bool Connection::isOverfull() const
{
    return m_outgoing.size() - m_sent > kOverfull;
}

void Connection::receive(const std::function<void(Request)> &received)
{
    std::array<char, kReadSize> buffer{};
    const ssize_t size = ::read(m_socket.get(), buffer.data(), buffer.size());
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) {
        m_closed = true;
        return;
    }
    if (size < 0) {
        return;
    }
    m_decoder.append(QByteArrayView(buffer.data(), size));
    while (!m_closed) {
        const auto request = m_decoder.next();
        if (!request) {
            // After a malformed frame the stream can't be trusted: say why, and hang up.
            send(RefusedEvent{.request = u"frame"_s, .findings = {request.error()}});
            flush();
            m_closed = true;
        } else if (const std::optional<Request> &one = *request; one) {
            received(*one);
        } else {
            break;
        }
    }
}

} // namespace nsw
