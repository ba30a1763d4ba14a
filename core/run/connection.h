// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/run/watch.h"
#include "core/wire/frame.h"

namespace nsw
{

/** The supervisor's end of the session socket, or of the pipes that stand for it. */
class Connection
{
public:
    /** Takes both over, and makes them non-blocking. Without an `output` events go back where
     * requests come from. SIGPIPE is ignored by whoever makes one. */
    explicit Connection(UniqueFd socket, UniqueFd output = {});

    /** `received` is called for each request. */
    void watch(WatchList &list, std::function<void(Request)> received);

    void send(const Event &event) { sendFrame(encodeFrame(event)); }
    void sendFrame(const QByteArray &frame);
    /** Sends what can be sent without waiting. */
    void flush();

    /** The other end is gone, or sent what is no request. */
    [[nodiscard]] bool isClosed() const { return m_closed; }
    /** The other end does not keep up: more output should wait. */
    [[nodiscard]] bool isCongested() const;

private:
    /** The other end asks and asks, and reads no answers: nothing more is read from it. */
    [[nodiscard]] bool isOverfull() const;
    void receive(const std::function<void(Request)> &received);

    UniqueFd m_socket;
    UniqueFd m_output;
    FrameDecoder<Request> m_decoder;
    QByteArray m_outgoing;
    qsizetype m_sent = 0;
    bool m_closed = false;
};

} // namespace nsw
