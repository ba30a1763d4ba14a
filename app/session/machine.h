// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QString>
#include <QStringList>

namespace nsw
{

/** Another machine, and how a supervisor is had there. */
struct RemoteMachine {
    QString user; ///< empty: as OpenSSH's configuration has it
    QString host;
    int port = 0; ///< 0: as OpenSSH's configuration has it
    QString supervisor; ///< a path there; empty: looked for
    bool operator==(const RemoteMachine &) const = default;

    /** "root@lab" */
    [[nodiscard]] QString name() const;
    /** As parseMachine() takes it. */
    [[nodiscard]] QString url() const;
};

/**
 * "ssh://user@host:2222?supervisor=/opt/nsworkbench-supervisor", or the same without "ssh://". An
 * Error of operation "machine" where it is none: EINVAL for the form, EPERM for a password in it,
 * ENOTSUP for a scheme other than ssh.
 */
Result<RemoteMachine> parseMachine(const QString &text);

/** The words for ssh(1), without the program itself. `mayAsk`: there is somebody who can answer. */
QStringList sshArguments(const RemoteMachine &machine, const QString &nonce, bool mayAsk);

} // namespace nsw
