// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/factslook.h"

#include "core/kernel/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace nsw
{

namespace
{

constexpr int kAttempts = 3; // the end of a container ends all that the supervisor made
constexpr std::size_t kMostLeaving = 8; // a child that can't even be killed stays

bool writeAllTo(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t size = ::write(fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (size < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.sliced(std::max<ssize_t>(size, 0));
    }
    return true;
}

} // namespace

void FactsLook::begin(Look look)
{
    if (m_child.isValid()) {
        (void)sendSignal(m_child.get(), SIGKILL);
        m_leaving.push_back(std::move(m_child));
    }
    m_look = std::move(look);
    m_attempts = 0;
    start();
}

void FactsLook::start()
{
    m_frame.clear();
    m_answer.reset();
    m_child.reset();
    std::array<int, 2> ends{};
    if (m_leaving.size() >= kMostLeaving || m_attempts == kAttempts
        || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return; // whoever asked waits for as long as they like, and asks again
    }
    ++m_attempts;
    m_answer.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    if (::fcntl(m_answer.get(), F_SETFL, O_NONBLOCK) != 0) {
        m_answer.reset();
        return;
    }
    auto child = cloneProcess(0);
    if (child && child->pid == 0) {
        setParentDeathSignal(SIGKILL);
        // Nothing is kept open that somebody waits for the end of.
        closeAllBut({theirs.get(), m_proc}, m_proc);
        ::_exit(writeAllTo(theirs.get(), m_look()) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    if (child) {
        m_child = std::move(child->pidfd);
    } else {
        m_answer.reset();
    }
}

void FactsLook::watch(WatchList &list, Connection &connection)
{
    list.add(m_answer.get(), POLLIN, [this, &connection] { onAnswer(connection); });
    for (const UniqueFd &leaving : m_leaving) {
        list.add(leaving.get(), POLLIN, [this, fd = leaving.get()] {
            (void)waitForExit(fd);
            std::erase_if(m_leaving, [fd](const UniqueFd &one) { return one.get() == fd; });
        });
    }
}

void FactsLook::onAnswer(Connection &connection)
{
    constexpr std::size_t kPiece = 65536;
    static std::array<char, kPiece> piece{};
    const ssize_t size = ::read(m_answer.get(), piece.data(), piece.size());
    if (size > 0) {
        m_frame.append(piece.data(), size);
        return;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN || !m_answer.isValid())) {
        return; // a request that came in the same moment may have put another look in its place
    }
    m_answer.reset();
    const auto status = waitForExit(m_child.get());
    if (status.value_or(EXIT_FAILURE) != EXIT_SUCCESS) {
        start();
        return;
    }
    m_child.reset();
    connection.sendFrame(m_frame);
}

} // namespace nsw
