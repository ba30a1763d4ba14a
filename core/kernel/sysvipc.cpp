// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/sysvipc.h"

#include "core/kernel/failure.h"

#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** semctl(2) has the caller define it. */
union SemaphoreArgument {
    semid_ds *status;
    seminfo *info;
};

constexpr std::uint32_t kPermissionBits = 0777; // SHM_DEST and SHM_LOCKED stand above them

SysvObject objectOf(int id, const ipc_perm &permissions)
{
    SysvObject object;
    object.key = permissions.__key;
    object.id = id;
    object.uid = permissions.uid;
    object.gid = permissions.gid;
    object.mode = permissions.mode & kPermissionBits;
    return object;
}

/**
 * The objects in the places up to `last`, of which some are empty. `used` is how many the kernel
 * says there are: an old one has no such call, and all places seem empty.
 */
template<class Take>
SysvObjects take(QLatin1StringView call, int last, std::uint64_t used, Take one)
{
    SysvObjects taken;
    if (last < 0) {
        taken.error = failure(call).error();
        return taken;
    }
    for (int place = 0; place <= last; ++place) {
        if (const std::optional<SysvObject> object = one(place)) {
            taken.objects << *object;
        } else if (errno != EINVAL && errno != EIDRM && !taken.error) {
            taken.error = failure(call).error();
        }
    }
    if (taken.objects.isEmpty() && used > 0 && !taken.error) {
        taken.error = failure(call, {}, EINVAL).error();
    }
    return taken;
}

} // namespace

SysvObjects takeMessageQueues()
{
    // For MSG_INFO the kernel fills a msginfo, whatever the argument is declared as.
    msginfo info{};
    const int last = ::msgctl(0, MSG_INFO, reinterpret_cast<msqid_ds *>(&info));
    const auto one = [](int place) -> std::optional<SysvObject> {
        msqid_ds status{};
        const int id = ::msgctl(place, MSG_STAT_ANY, &status);
        if (id < 0) {
            return std::nullopt;
        }
        SysvObject object = objectOf(id, status.msg_perm);
        object.count = status.msg_qnum;
        object.bytes = status.__msg_cbytes;
        object.lastPid = status.msg_lspid;
        object.lastReceiver = status.msg_lrpid;
        return object;
    };
    return take("msgctl"_L1, last, static_cast<std::uint64_t>(info.msgpool), one);
}

SysvObjects takeSemaphoreSets()
{
    seminfo info{};
    const int last = ::semctl(0, 0, SEM_INFO, SemaphoreArgument{.info = &info});
    const auto one = [](int place) -> std::optional<SysvObject> {
        semid_ds status{};
        const int id = ::semctl(place, 0, SEM_STAT_ANY, SemaphoreArgument{.status = &status});
        if (id < 0) {
            return std::nullopt;
        }
        SysvObject object = objectOf(id, status.sem_perm);
        object.count = status.sem_nsems;
        return object;
    };
    return take("semctl"_L1, last, static_cast<std::uint64_t>(info.semusz), one);
}

Result<QList<Semaphore>> semaphoresOf(std::int32_t set, int count)
{
    const auto ask = [set](int number, int what, std::int32_t &answer) {
        answer = ::semctl(set, number, what);
        return answer >= 0;
    };
    QList<Semaphore> semaphores;
    for (int number = 0; number < count; ++number) {
        Semaphore &one = semaphores.emplaceBack();
        const bool isTold = ask(number, GETVAL, one.value) && ask(number, GETPID, one.lastPid)
            && ask(number, GETNCNT, one.waiting) && ask(number, GETZCNT, one.waitingForZero);
        if (!isTold) {
            return failure("semctl"_L1);
        }
    }
    return semaphores;
}

SysvObjects takeSharedMemory()
{
    shm_info info{};
    const int last = ::shmctl(0, SHM_INFO, reinterpret_cast<shmid_ds *>(&info));
    const auto one = [](int place) -> std::optional<SysvObject> {
        shmid_ds status{};
        const int id = ::shmctl(place, SHM_STAT_ANY, &status);
        if (id < 0) {
            return std::nullopt;
        }
        SysvObject object = objectOf(id, status.shm_perm);
        object.count = status.shm_nattch;
        object.bytes = status.shm_segsz;
        object.lastPid = status.shm_lpid;
        return object;
    };
    return take("shmctl"_L1, last, static_cast<std::uint64_t>(info.used_ids), one);
}

} // namespace nsw
