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
    SshServer();
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
    /** Lets ssh(1) be asked for another key of the server, or show another one of its own. */
    void useOtherServerKey();
    void useOtherClientKey();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    bool makeKey(const QString &name) const;
    void writeClientFiles(const QString &serverKey, const QString &clientKey) const;

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_problem;
    int m_port = 0;
};

} // namespace nsw::test
