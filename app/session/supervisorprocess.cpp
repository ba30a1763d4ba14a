// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/supervisorprocess.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <memory>

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr int kSocketInChild = 3;

/** The file actions and attributes of posix_spawn(3). */
class SpawnPlan
{
public:
    explicit SpawnPlan(int socket)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, socket, kSocketInChild);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, kSocketInChild + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;
    SpawnPlan(SpawnPlan &&) = delete;
    SpawnPlan &operator=(SpawnPlan &&) = delete;
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }

    /** An errno value, that of execve(2) included; 0: started. */
    int start(pid_t &pid, const QByteArray &path, char *const argv[]) const
    {
        return posix_spawn(&pid, path.constData(), &m_actions, &m_attributes, argv, environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/** Waits for the child without blocking, beyond the life of the session that started it. */
void reapWhenDone(pid_t pid)
{
    auto pidfd = openPidfd(pid);
    if (!pidfd) {
        return; // a zombie until this process ends, nothing worse
    }
    const auto owned = std::make_shared<UniqueFd>(*std::move(pidfd));
    auto *notifier
        = new QSocketNotifier(owned->get(), QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [notifier, owned] {
        siginfo_t info{};
        const auto id = static_cast<id_t>(owned->get());
        if (waitid(P_PIDFD, id, &info, WEXITED | WNOHANG) != 0 || info.si_pid != 0) {
            notifier->setEnabled(false);
            notifier->deleteLater();
        }
    });
}

} // namespace

QString supervisorPath()
{
    QString chosen = qEnvironmentVariable("NSW_SUPERVISOR");
    if (!chosen.isEmpty()) {
        return chosen;
    }
    QString built = QDir::cleanPath(QCoreApplication::applicationDirPath()
                                    + u"/../helper/nsworkbench-supervisor"_s);
    if (QFileInfo::exists(built)) {
        return built;
    }
    return u"" NSW_LIBEXECDIR "/nsworkbench-supervisor"_s;
}

Result<UniqueFd> startSupervisor(const QString &path, const QString &nonce)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    UniqueFd ours(ends[0]);
    const UniqueFd theirs(ends[1]);

    const QByteArray program = path.toLocal8Bit();
    std::array<QByteArray, 5> words{
        program, "--socket"_ba, QByteArray::number(kSocketInChild), "--nonce"_ba, nonce.toUtf8()};
    std::array<char *, 6> argv{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        argv.at(i) = words.at(i).data();
    }
    const SpawnPlan spawn(theirs.get());
    pid_t pid = 0;
    if (const int error = spawn.start(pid, program, argv.data()); error != 0) {
        return failure("execve"_L1, path, error);
    }
    reapWhenDone(pid);
    return ours;
}

} // namespace nsw
