// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/remote/sshserver.h"

#include "core/kernel/fd.h"

#include <QDir>
#include <QFile>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kPatience = 30'000;
constexpr QFile::Permissions kForAll = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
    | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

/** One that nobody listens at now. */
int freePort()
{
    const UniqueFd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    const bool known
        = ::bind(socket.get(), any, size) == 0 && ::getsockname(socket.get(), any, &size) == 0;
    return known ? ntohs(address.sin_port) : 0;
}

} // namespace

SshServer::SshServer()
    : m_port(freePort())
{
    // Others than root may have to run what is in it.
    QFile::setPermissions(m_directory.path(), kForAll);
    if (!makeKey(u"host"_s) || !makeKey(u"client"_s) || !makeKey(u"other"_s)) {
        m_problem = u"ssh-keygen"_s;
        return;
    }
    writeClientFiles(u"host"_s, u"client"_s);
    QFile::copy(path(u"client.pub"_s), path(u"authorized"_s));
    write(u"sshd_config"_s,
          u"ListenAddress 127.0.0.1\nPort %1\nHostKey %2/host\nPidFile none\nUsePAM no\n"
          "StrictModes no\nAuthorizedKeysFile %2/authorized\nPasswordAuthentication no\n"
          "KbdInteractiveAuthentication no\nPermitRootLogin yes\nPrintMotd no\n"_s
              .arg(QString::number(m_port), m_directory.path())
              .toUtf8());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, path(u"sshd_config"_s)});
    QByteArray said;
    while (!said.contains("Server listening")) {
        if (!m_server.waitForReadyRead(kPatience)) {
            m_problem = u"sshd: "_s + QString::fromUtf8(said);
            return;
        }
        said += m_server.readAll();
    }
    qputenv("NSW_SSH", path(u"ssh"_s).toLocal8Bit());
}

bool SshServer::prepareMachine()
{
    return ::geteuid() != 0 || QDir().mkpath(u"/run/sshd"_s);
}

SshServer::~SshServer()
{
    qunsetenv("NSW_SSH");
    m_server.terminate();
    m_server.waitForFinished(kPatience);
}

RemoteMachine SshServer::machine(const QString &supervisor) const
{
    return {.user = {},
            .host = u"127.0.0.1"_s,
            .port = m_port,
            .supervisor
            = supervisor.isEmpty() ? qEnvironmentVariable("NSW_SUPERVISOR") : supervisor};
}

QString SshServer::makeProgram(const QString &name, const QByteArray &text) const
{
    write(name, text);
    QFile::setPermissions(path(name), kForAll);
    return path(name);
}

void SshServer::useOtherServerKey()
{
    writeClientFiles(u"other"_s, u"client"_s);
}

void SshServer::useOtherClientKey()
{
    writeClientFiles(u"host"_s, u"other"_s);
}

void SshServer::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("a file of the SSH server can't be written");
    }
}

bool SshServer::makeKey(const QString &name) const
{
    return QProcess::execute(
               u"ssh-keygen"_s,
               {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, path(name)})
        == 0;
}

void SshServer::writeClientFiles(const QString &serverKey, const QString &clientKey) const
{
    QFile key(path(serverKey + u".pub"_s));
    if (!key.open(QIODevice::ReadOnly)) {
        qFatal("there is no key of the SSH server");
    }
    write(u"known"_s, "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key.readAll());
    write(u"config"_s,
          u"IdentityFile %1/%2\nIdentitiesOnly yes\nIdentityAgent none\n"
          "UserKnownHostsFile %1/known\nGlobalKnownHostsFile none\nStrictHostKeyChecking yes\n"_s
              .arg(m_directory.path(), clientKey)
              .toUtf8());
    (void)makeProgram(u"ssh"_s,
                      "#!/bin/sh\nexec /usr/bin/ssh -F " + path(u"config"_s).toLocal8Bit()
                          + " \"$@\"\n");
}

} // namespace nsw::test
