// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/performipc.h"

#include <fcntl.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>

namespace nsw
{

namespace
{

int creation(std::uint32_t mode)
{
    return IPC_CREAT | IPC_EXCL | static_cast<int>(mode);
}

} // namespace

Outcome makeIpc(const op::Msgget &operation)
{
    return timed([&] { return ::msgget(operation.key, creation(operation.mode)); });
}

Outcome makeIpc(const op::Semget &operation)
{
    return timed(
        [&] { return ::semget(operation.key, operation.count, creation(operation.mode)); });
}

Outcome makeIpc(const op::Shmget &operation)
{
    return timed([&] {
        return ::shmget(
            operation.key, static_cast<std::size_t>(operation.size), creation(operation.mode));
    });
}

Outcome makeIpc(const op::MqOpen &operation)
{
    const QByteArray name = operation.name.toUtf8();
    const mode_t mask = ::umask(0); // the mode is what was asked for
    UniqueFd queue;
    const Outcome outcome = timed([&] {
        queue.reset(::mq_open(name.constData(),
                              O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
                              static_cast<mode_t>(operation.mode),
                              nullptr));
        return queue.get();
    });
    ::umask(mask);
    return outcome;
}

Outcome makeIpc(const op::Msgctl &operation)
{
    return timed([&] { return ::msgctl(operation.id, IPC_RMID, nullptr); });
}

Outcome makeIpc(const op::Semctl &operation)
{
    return timed([&] { return ::semctl(operation.id, 0, IPC_RMID); });
}

Outcome makeIpc(const op::Shmctl &operation)
{
    return timed([&] { return ::shmctl(operation.id, IPC_RMID, nullptr); });
}

Outcome makeIpc(const op::MqUnlink &operation)
{
    const QByteArray name = operation.name.toUtf8();
    return timed([&] { return ::mq_unlink(name.constData()); });
}

} // namespace nsw
