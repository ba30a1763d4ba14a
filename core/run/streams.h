// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/run/connection.h"

namespace nsw
{

/** So many bytes are kept for a command that does not read them. */
inline constexpr qsizetype kMaxInputKept = qsizetype{1} << 20;

/** The pipes to the standard streams of a command. */
class Streams
{
public:
    /** The ends that the process inside takes over. */
    struct InsideEnds {
        UniqueFd input;
        UniqueFd output;
        UniqueFd error;
    };

    /** Makes the pipes; without this call there are none, and the command has the supervisor's. */
    Result<InsideEnds> open();

    void watch(WatchList &list, const QString &container, Connection &connection);

    /** Bytes for the standard input; none: the end of it. False: nothing was taken, since too much
     * waits already. */
    [[nodiscard]] bool write(const QByteArray &bytes);

    /** Bytes that wait for the command. */
    [[nodiscard]] qsizetype inputKept() const { return m_pending.size(); }

    /** Tells how much the command took since the last time. */
    void tellTaken(const QString &container, Connection &connection);

    /** Sends what is left in the pipes, without waiting for more. */
    void drain(const QString &container, Connection &connection);

private:
    void read(Stream stream, const QString &container, Connection &connection);
    void flushInput();

    UniqueFd m_input;
    UniqueFd m_output;
    UniqueFd m_error;
    QByteArray m_pending;
    qsizetype m_taken = 0; ///< of the input, and not told yet
    bool m_closeInput = false;
};

} // namespace nsw
