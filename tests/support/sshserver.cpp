// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sshserver.h"

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

SshServer::SshServer(Door door)
    : m_door(door)
    , m_port(freePort())
{
    // Others than root may have to run what is in it.
    QFile::setPermissions(m_directory.path(), kForAll);
    if (!makeKey(u"host"_s) || !makeKey(u"client"_s) || !makeKey(u"other"_s)) {
        m_problem = u"ssh-keygen"_s;
        return;
    }
    writeClientFiles();
    QFile::copy(path(u"client.pub"_s), path(u"authorized"_s));
    write(u"sshd_config"_s,
          u"ListenAddress 127.0.0.1\nPort %1\nHostKey %2/host\nPidFile none\nUsePAM no\n"
          "StrictModes no\nAuthorizedKeysFile %2/authorized\nPasswordAuthentication %3\n"
          "KbdInteractiveAuthentication no\nPermitRootLogin yes\nPrintMotd no\n"_s
              .arg(QString::number(m_port),
                   m_directory.path(),
                   m_door == Door::Key ? u"no"_s : u"yes"_s)
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
    m_serverKey = u"other"_s;
    writeClientFiles();
}

void SshServer::useUnknownServerKey()
{
    m_serverKey.clear();
    writeClientFiles();
}

void SshServer::useOtherClientKey()
{
    m_clientKey = u"other"_s;
    writeClientFiles();
}

void SshServer::useLockedClientKey(const QString &passphrase)
{
    m_clientKey = u"locked"_s;
    if (!makeKey(m_clientKey, passphrase)) {
        qFatal("there is no locked key");
    }
    write(u"authorized"_s, publicKey(u"client"_s) + publicKey(m_clientKey));
    writeClientFiles();
}

void SshServer::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("a file of the SSH server can't be written");
    }
}

bool SshServer::makeKey(const QString &name, const QString &passphrase) const
{
    return QProcess::execute(
               u"ssh-keygen"_s,
               {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-f"_s, path(name)})
        == 0;
}

QByteArray SshServer::publicKey(const QString &name) const
{
    QFile key(path(name + u".pub"_s));
    if (!key.open(QIODevice::ReadOnly)) {
        qFatal("there is no key of the SSH server");
    }
    return key.readAll();
}

void SshServer::writeClientFiles() const
{
    const bool isKnown = !m_serverKey.isEmpty();
    write(u"known"_s,
          isKnown ? "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + publicKey(m_serverKey)
                  : QByteArray());
    write(u"config"_s,
          u"IdentityFile %1/%2\nIdentitiesOnly yes\nIdentityAgent none\n"
          "PubkeyAuthentication %3\nPreferredAuthentications publickey,password\n"
          "UserKnownHostsFile %1/known\nGlobalKnownHostsFile none\nStrictHostKeyChecking %4\n"_s
              .arg(m_directory.path(),
                   m_clientKey,
                   m_door == Door::Key ? u"yes"_s : u"no"_s,
                   isKnown ? u"yes"_s : u"ask"_s)
              .toUtf8());
    (void)makeProgram(u"ssh"_s,
                      "#!/bin/sh\nexec /usr/bin/ssh -F " + path(u"config"_s).toLocal8Bit()
                          + " \"$@\"\n");
}

} // namespace nsw::test
