// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/launch.h"

#include "core/kernel/failure.h"
#include "core/kernel/fd.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <spawn.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr int kSocketInSupervisor = 3;
constexpr int kPlaceInSupervisor = 4;
// Above those, so that neither is overwritten before it is where it belongs.
constexpr int kOutOfTheWay = 16;

/** The file actions and attributes of posix_spawn(3). */
class Spawning
{
public:
    Spawning(int socket, int place)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, kSocketInSupervisor);
        ::posix_spawn_file_actions_adddup2(&m_actions, place, kPlaceInSupervisor);
        for (const int standard : {0, 1, 2}) {
            ::posix_spawn_file_actions_addopen(&m_actions, standard, "/dev/null", O_RDWR, 0);
        }
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, kPlaceInSupervisor + 1);
        ::posix_spawn_file_actions_addchdir_np(&m_actions, "/");

        ::posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::posix_spawnattr_setflags(
            &m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    }
    Spawning(const Spawning &) = delete;
    Spawning &operator=(const Spawning &) = delete;
    Spawning(Spawning &&) = delete;
    Spawning &operator=(Spawning &&) = delete;
    ~Spawning()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    /** An errno value, that of execve(2) included; 0: started. */
    [[nodiscard]] int
    start(const char *program, char *const argv[], char *const environment[]) const
    {
        pid_t pid = 0;
        return ::posix_spawn(&pid, program, &m_actions, &m_attributes, argv, environment);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

template<std::size_t N>
std::array<char *, N + 1> pointers(std::array<QByteArray, N> &words)
{
    std::array<char *, N + 1> result{};
    for (std::size_t i = 0; i < N; ++i) {
        result.at(i) = words.at(i).data();
    }
    return result;
}

} // namespace

Result<void> launchSupervisor(const QByteArray &program, const Launch &launch)
{
    const UniqueFd socket(::fcntl(launch.socket, F_DUPFD_CLOEXEC, kOutOfTheWay));
    const UniqueFd place(::fcntl(launch.place, F_DUPFD_CLOEXEC, kOutOfTheWay));
    if (!socket.isValid() || !place.isValid()) {
        return failure("fcntl"_L1);
    }
    const QLatin1StringView grant = nameOf(launch.grant);
    std::array words{program,
                     "--socket"_ba,
                     QByteArray::number(kSocketInSupervisor),
                     "--nonce"_ba,
                     launch.nonce,
                     "--place"_ba,
                     QByteArray::number(kPlaceInSupervisor),
                     "--for-uid"_ba,
                     QByteArray::number(launch.user),
                     "--grant"_ba,
                     QByteArray(grant.data(), grant.size())};
    std::array variables{"PATH=/usr/sbin:/usr/bin:/sbin:/bin"_ba, "LANG=C.UTF-8"_ba};
    const auto argv = pointers(words);
    const auto environment = pointers(variables);
    const Spawning spawning(socket.get(), place.get());
    if (const int error = spawning.start(program.constData(), argv.data(), environment.data());
        error != 0) {
        return failure("execve"_L1, QString::fromUtf8(program), error);
    }
    return {};
}

} // namespace nsw
