// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/streams.h"

#include "core/kernel/failure.h"

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct Pipe {
    UniqueFd read;
    UniqueFd write;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failure("pipe2"_L1);
    }
    return Pipe{.read = UniqueFd(ends[0]), .write = UniqueFd(ends[1])};
}

bool doNotBlock(const UniqueFd &fd)
{
    const int flags = ::fcntl(fd.get(), F_GETFL);
    return flags >= 0 && ::fcntl(fd.get(), F_SETFL, flags | O_NONBLOCK) == 0;
}

} // namespace

Result<Streams::InsideEnds> Streams::open()
{
    auto input = makePipe();
    auto output = makePipe();
    auto error = makePipe();
    for (const auto *pipe : {&input, &output, &error}) {
        if (!*pipe) {
            return std::unexpected(pipe->error());
        }
    }
    m_input = std::move(input->write);
    m_output = std::move(output->read);
    m_error = std::move(error->read);
    if (!doNotBlock(m_input) || !doNotBlock(m_output) || !doNotBlock(m_error)) {
        return failure("fcntl"_L1);
    }
    return InsideEnds{.input = std::move(input->read),
                      .output = std::move(output->write),
                      .error = std::move(error->write)};
}

void Streams::watch(WatchList &list, const QString &container, Connection &connection)
{
    // A command that writes faster than the window reads waits in its own write(2).
    if (!connection.isCongested()) {
        list.add(m_output.get(), POLLIN, [this, &container, &connection] {
            read(Stream::Stdout, container, connection);
        });
        list.add(m_error.get(), POLLIN, [this, &container, &connection] {
            read(Stream::Stderr, container, connection);
        });
    }
    if (!m_pending.isEmpty()) {
        list.add(m_input.get(), POLLOUT, [this, &container, &connection] {
            flushInput();
            tellTaken(container, connection);
        });
    }
}

bool Streams::write(const QByteArray &bytes)
{
    if (m_pending.size() + bytes.size() > kMaxInputKept) {
        return false;
    }
    m_pending += bytes;
    m_closeInput = m_closeInput || bytes.isEmpty();
    flushInput();
    return true;
}

void Streams::tellTaken(const QString &container, Connection &connection)
{
    if (const qsizetype taken = std::exchange(m_taken, 0); taken != 0) {
        connection.send(InputEvent{.container = container, .taken = taken});
    }
}

void Streams::flushInput()
{
    while (m_input.isValid() && !m_pending.isEmpty()) {
        const ssize_t size = ::write(
            m_input.get(), m_pending.constData(), static_cast<std::size_t>(m_pending.size()));
        if (size < 0) {
            if (errno == EAGAIN || errno == EINTR) {
                return;
            }
            m_closeInput = true; // nobody reads any more
            break;
        }
        m_taken += size;
        m_pending.remove(0, size);
    }
    if (m_closeInput) {
        m_input.reset();
    }
    if (!m_input.isValid()) {
        // There is nobody to take it. Whoever waits for that is not to wait for ever.
        m_taken += m_pending.size();
        m_pending.clear();
    }
}

void Streams::read(Stream stream, const QString &container, Connection &connection)
{
    constexpr std::size_t kSize = std::size_t{32} << 10;
    UniqueFd &fd = stream == Stream::Stdout ? m_output : m_error;
    std::array<char, kSize> buffer{};
    const ssize_t size = ::read(fd.get(), buffer.data(), buffer.size());
    if (size > 0) {
        connection.send(OutputEvent{
            .container = container, .stream = stream, .text = QByteArray(buffer.data(), size)});
    } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
        fd.reset();
    }
}

void Streams::drain(const QString &container, Connection &connection)
{
    constexpr int kMost = 64; // what a pipe holds; whoever still writes is not waited for
    for (int i = 0; i < kMost; ++i) {
        pollfd one{.fd = m_output.get(), .events = POLLIN, .revents = 0};
        pollfd two{.fd = m_error.get(), .events = POLLIN, .revents = 0};
        if (m_output.isValid() && ::poll(&one, 1, 0) > 0) {
            read(Stream::Stdout, container, connection);
        } else if (m_error.isValid() && ::poll(&two, 1, 0) > 0) {
            read(Stream::Stderr, container, connection);
        } else {
            break;
        }
    }
}

} // namespace nsw
