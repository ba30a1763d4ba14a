// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/machine.h"

#include <QProcess>
#include <QTemporaryDir>

namespace nsw::test
{

/**
 * A real sshd(8) on the loopback interface, with keys of its own, and an ssh(1) that knows it and
 * nothing of the user's: NSW_SSH, while it lives. Where root runs it, everybody may come in; else
 * only whoever runs it.
 */
class SshServer
{
public:
    /** What it lets in. A password is for root's server only, and that of the account. */
    enum class Door : std::uint8_t { Key, Password };
    explicit SshServer(Door door = Door::Key);
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;
    SshServer(SshServer &&) = delete;
    SshServer &operator=(SshServer &&) = delete;
    ~SshServer();

    /** What sshd(8) of root needs on the machine, and stays there. */
    static bool prepareMachine();

    /** What went wrong; empty: it listens. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /** This machine, by the supervisor that is tested; or by another program. */
    [[nodiscard]] RemoteMachine machine(const QString &supervisor = {}) const;
    /** A program in the directory of this server; its path. */
    [[nodiscard]] QString makeProgram(const QString &name, const QByteArray &text) const;
    /** Lets ssh(1) be asked for another key of the server, or for one that it has never seen. */
    void useOtherServerKey();
    void useUnknownServerKey();
    /** Lets ssh(1) show another key of its own, or one that is locked and let in. */
    void useOtherClientKey();
    void useLockedClientKey(const QString &passphrase);

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] bool makeKey(const QString &name, const QString &passphrase = {}) const;
    [[nodiscard]] QByteArray publicKey(const QString &name) const;
    void writeClientFiles() const;

    Door m_door;
    QString m_serverKey
        = QStringLiteral("host"); ///< the name of the one that ssh(1) knows; empty: none
    QString m_clientKey = QStringLiteral("client"); ///< and of the one that it shows
    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_problem;
    int m_port = 0;
};

} // namespace nsw::test
