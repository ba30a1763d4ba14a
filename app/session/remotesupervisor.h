// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/machine.h"
#include "core/kernel/fd.h"

#include <QPointer>
#include <QProcess>

#include <functional>

namespace nsw
{

/** What the program that asks for ssh(1) writes on standard error when nobody wants to answer. */
inline constexpr QLatin1StringView kQuestionDismissed{"nsworkbench: the question was dismissed"};

/**
 * A supervisor on another machine, by OpenSSH's ssh(1): NSW_SSH, else the one in the path. It asks
 * on the terminal where there is one, else by a window (SSH_ASKPASS, or this program itself), and
 * not at all where there is neither. Ending ssh(1) ends the supervisor, which sees the end of its
 * input.
 *
 * How it fails, as operation, errno, subject; what ssh(1) or the other side wrote follows the name
 * of the machine in the subject, after a line break:
 *
 *   ssh-start    as it was       the program     ssh(1) can't be started
 *   ssh          EACCES          machine …       the other machine does not let us in
 *   ssh          EKEYREJECTED    machine …       its key is not known, or another than it was
 *   ssh          ENOENT          machine …       no machine of that name
 *   ssh          ECONNREFUSED    machine …       nobody answers at that port
 *   ssh          EHOSTUNREACH, ETIMEDOUT         it can't be reached
 *   ssh          ECANCELED       machine …       what it asked was dismissed
 *   ssh          EIO             machine …       else
 *   ssh-command  ENOENT, EACCES  machine …       there is no supervisor there, or it can't be run
 *   ssh-output   EPROTO          machine …       something else than a supervisor wrote
 *   ssh-version  EPROTONOSUPPORT machine, version there   another version of this program
 *   ssh-lost     ECONNRESET      machine …       the connection broke off
 */
class RemoteSupervisor
{
public:
    RemoteSupervisor() = default;
    RemoteSupervisor(const RemoteSupervisor &) = delete;
    RemoteSupervisor &operator=(const RemoteSupervisor &) = delete;
    RemoteSupervisor(RemoteSupervisor &&) = delete;
    RemoteSupervisor &operator=(RemoteSupervisor &&) = delete;
    ~RemoteSupervisor();

    /** Our end of the session socket. */
    Result<UniqueFd> start(const RemoteMachine &machine, const QString &nonce);

    /** Calls `told` with the reason once ssh(1) has ended, or within seconds. */
    void explainEnd(bool wasReady, std::function<void(const Error &)> told);

    [[nodiscard]] const RemoteMachine &machine() const { return m_machine; }

private:
    void readErrors();
    [[nodiscard]] Error reason(bool wasReady);

    RemoteMachine m_machine;
    QString m_written; ///< the end of what came on standard error
    QPointer<QProcess> m_process;
};

/** What ssh(1) means with an exit status and what it wrote; for a session that was not there yet.
 */
Error sshFailure(const QString &machine, int exit, const QString &written);

} // namespace nsw
