// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/limits.h"

#include "core/kernel/failure.h"
#include "helper/contract.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>
#include <span>

#include <fcntl.h>
#include <linux/keyctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <syslog.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** Bytes beyond those of any user: 2³² users have kMostSessionsOfUser each. */
constexpr off_t kPlacesOfMachine = off_t{1} << 40;

struct flock lockOf(short type, off_t place)
{
    struct flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = place;
    lock.l_len = 1;
    return lock;
}

/** Locks one of `count` bytes that nobody holds. Shared locks, as the file is open for reading. */
bool lockOne(int file, off_t first, int count)
{
    for (off_t place = first; place < first + count; ++place) {
        struct flock asked = lockOf(F_WRLCK, place);
        if (::fcntl(file, F_OFD_GETLK, &asked) != 0 || asked.l_type != F_UNLCK) {
            continue;
        }
        struct flock taken = lockOf(F_RDLCK, place);
        if (::fcntl(file, F_OFD_SETLK, &taken) == 0) {
            return true;
        }
    }
    return false;
}

std::unexpected<Error> tooMany(uid_t user, int error)
{
    return failure("sessions"_L1, QString::number(user), error);
}

/** Seconds since the machine was started, of the last creations of a user. */
struct Creations {
    std::array<std::int64_t, contract::kMostCreations> times{};
    std::size_t count = 0;

    [[nodiscard]] std::span<const std::int64_t> all() const
    {
        return std::span(times).first(count);
    }
    void forgetUntil(std::int64_t time)
    {
        const auto end = times.begin() + static_cast<std::ptrdiff_t>(count);
        const auto kept
            = std::remove_if(times.begin(), end, [time](std::int64_t one) { return one <= time; });
        count = static_cast<std::size_t>(kept - times.begin());
    }
};

QByteArray keyName(uid_t user)
{
    return "nsworkbench:sessions:" + QByteArray::number(user);
}

/** keyctl(2), which the C library does not wrap. */
template<class... Arguments>
long keyctl(int operation, Arguments... arguments)
{
    return ::syscall(SYS_keyctl, operation, arguments...);
}

/** Root's own keyring, which outlives the helper and which nobody else may open. */
std::optional<long> findKey(uid_t user)
{
    const long key
        = keyctl(KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, "user", keyName(user).constData(), 0);
    return key < 0 ? std::nullopt : std::optional(key);
}

Creations readCreations(uid_t user)
{
    Creations creations;
    if (const auto key = findKey(user)) {
        const long size = keyctl(KEYCTL_READ, *key, creations.times.data(), sizeof creations.times);
        const auto count = static_cast<std::size_t>(std::max(size, 0L)) / sizeof(std::int64_t);
        creations.count = std::min(count, creations.times.size());
    }
    return creations;
}

bool writeCreations(uid_t user, const Creations &creations, std::chrono::seconds period)
{
    constexpr unsigned kPermissions = 0x3f000000 // KEY_POS_ALL
        | 0x000b0000; // KEY_USR_VIEW, KEY_USR_READ, KEY_USR_SEARCH
    // First where only this thread has it: what is linked then has its end already.
    const long key = ::syscall(SYS_add_key,
                               "user",
                               keyName(user).constData(),
                               creations.all().data(),
                               creations.all().size_bytes(),
                               KEY_SPEC_THREAD_KEYRING);
    return key >= 0 && keyctl(KEYCTL_SETPERM, key, kPermissions) == 0
        && keyctl(KEYCTL_SET_TIMEOUT, key, static_cast<unsigned>(period.count())) == 0
        && keyctl(KEYCTL_LINK, key, KEY_SPEC_USER_KEYRING) == 0;
}

} // namespace

Result<UniqueFd> takePlace(const QByteArray &registry, uid_t user)
{
    UniqueFd file(::open(registry.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status{};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0) {
        return failure("open"_L1, QString::fromUtf8(registry));
    }
    if (!S_ISREG(status.st_mode) || status.st_uid != ::geteuid()
        || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return failure("open"_L1, QString::fromUtf8(registry), EPERM);
    }
    if (!lockOne(file.get(),
                 off_t{user} * contract::kMostSessionsOfUser,
                 contract::kMostSessionsOfUser)) {
        return tooMany(user, EDQUOT);
    }
    if (!lockOne(file.get(), kPlacesOfMachine, contract::kMostSessions)) {
        return tooMany(user, EUSERS);
    }
    return file;
}

Result<void> countCreation(uid_t user, std::chrono::seconds period)
{
    timespec now{};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return failure("clock_gettime"_L1);
    }
    Creations creations = readCreations(user);
    creations.forgetUntil(now.tv_sec - period.count());
    if (creations.count == creations.times.size()) {
        return tooMany(user, EAGAIN);
    }
    creations.times.at(creations.count++) = now.tv_sec;
    if (!writeCreations(user, creations, period)) {
        ::syslog(
            LOG_WARNING, "sessions can't be counted: %s", qUtf8Printable(errnoName(Errno{errno})));
    }
    return {};
}

bool canCountCreations()
{
    constexpr int kMakeIt = 1;
    return keyctl(KEYCTL_GET_KEYRING_ID, KEY_SPEC_USER_KEYRING, kMakeIt) >= 0;
}

void forgetCreations(uid_t user)
{
    if (const auto key = findKey(user)) {
        [[maybe_unused]] const long unlinked
            = keyctl(KEYCTL_UNLINK, *key, KEY_SPEC_USER_KEYRING); // it may have expired meanwhile
    }
}

} // namespace nsw
