// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/perform.h"

#include "core/model/signalname.h"
#include "core/run/performipc.h"
#include "core/run/performlinks.h"
#include "core/run/performpaths.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <grp.h>
#include <linux/mount.h>
#include <linux/sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct FlagName {
    QLatin1StringView name;
    std::uint64_t value = 0;
};

constexpr std::array kMountFlags{
    FlagName{.name = "MS_RDONLY"_L1, .value = MS_RDONLY},
    FlagName{.name = "MS_NOSUID"_L1, .value = MS_NOSUID},
    FlagName{.name = "MS_NODEV"_L1, .value = MS_NODEV},
    FlagName{.name = "MS_NOEXEC"_L1, .value = MS_NOEXEC},
    FlagName{.name = "MS_BIND"_L1, .value = MS_BIND},
    FlagName{.name = "MS_REC"_L1, .value = MS_REC},
    FlagName{.name = "MS_PRIVATE"_L1, .value = MS_PRIVATE},
    FlagName{.name = "MS_SLAVE"_L1, .value = MS_SLAVE},
    FlagName{.name = "MS_SHARED"_L1, .value = MS_SHARED},
    FlagName{.name = "MS_UNBINDABLE"_L1, .value = MS_UNBINDABLE},
};

constexpr std::array kMountAttributes{
    FlagName{.name = "MOUNT_ATTR_RDONLY"_L1, .value = MOUNT_ATTR_RDONLY},
    FlagName{.name = "MOUNT_ATTR_NOSUID"_L1, .value = MOUNT_ATTR_NOSUID},
    FlagName{.name = "MOUNT_ATTR_NODEV"_L1, .value = MOUNT_ATTR_NODEV},
    FlagName{.name = "MOUNT_ATTR_NOEXEC"_L1, .value = MOUNT_ATTR_NOEXEC},
};

template<std::size_t N>
std::uint64_t bitsOf(const QStringList &names, const std::array<FlagName, N> &table)
{
    std::uint64_t bits = 0;
    for (const FlagName &flag : table) {
        bits |= names.contains(flag.name) ? flag.value : 0;
    }
    return bits;
}

const char *orNull(const QByteArray &text)
{
    return text.isEmpty() ? nullptr : text.constData();
}

int openTarget(const JoinTarget &target)
{
    if (const auto *pid = std::get_if<JoinPid>(&target)) {
        return static_cast<int>(::syscall(SYS_pidfd_open, pid->value, 0));
    }
    const QByteArray path = QFile::encodeName(std::get<JoinPath>(target).value);
    // O_NONBLOCK: a fifo in place of a namespace must not hold anybody up.
    return ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

/** What was judged is what is entered. Opened anew, a number may mean another process by now, and a
 * path another file. */
int openHeld(const JoinTarget &target, const Workplace &workplace)
{
    const auto held = std::ranges::find(workplace.held, target, &HeldTarget::target);
    if (held == workplace.held.end()) {
        return openTarget(target);
    }
    if (std::holds_alternative<JoinPath>(target)) {
        // Looked up once, with the rights of whoever asked.
        return ::fcntl(held->fd.get(), F_DUPFD_CLOEXEC, 0);
    }
    UniqueFd fd(openTarget(target));
    if (fd.isValid() && !isSameProcess(*held)) {
        errno = ESRCH;
        return -1;
    }
    return fd.release();
}

/** Keeps a descriptor that was opened for a target, and gives its number as the result. */
Outcome keep(JoinTarget target, Workplace &workplace)
{
    UniqueFd fd;
    const Outcome outcome = timed([&] {
        fd.reset(openHeld(target, workplace));
        return fd.get();
    });
    if (fd.isValid()) {
        workplace.targets.emplace_back(std::move(target), std::move(fd));
    }
    return outcome;
}

Outcome make(const op::PidfdOpen &operation, Workplace &workplace)
{
    return keep(JoinPid{operation.pid}, workplace);
}

Outcome make(const op::Open &operation, Workplace &workplace)
{
    return keep(JoinPath{operation.path}, workplace);
}

Outcome make(const op::Clone3 &, Workplace &)
{
    return {.result = -1, .error = ENOSYS, .durationUs = 0};
}

Outcome make(const op::Execve &, Workplace &)
{
    return {.result = -1, .error = ENOSYS, .durationUs = 0};
}

Outcome make(const op::OpenPty &, Workplace &)
{
    return {.result = -1, .error = ENOSYS, .durationUs = 0};
}

Outcome make(const op::Setsid &, Workplace &)
{
    return timed([] { return ::setsid(); });
}

Outcome make(const op::TakeTty &, Workplace &)
{
    return {.result = -1, .error = ENOSYS, .durationUs = 0};
}

Outcome make(const op::Unshare &operation, Workplace &)
{
    return timed([&] {
        const auto done = unshareNamespaces(flagsOf(operation.namespaces));
        errno = done ? 0 : done.error().error.value;
        return done ? 0 : -1;
    });
}

Outcome make(const op::Setns &operation, Workplace &workplace)
{
    const auto found = std::ranges::find(
        workplace.targets, operation.target, &std::pair<JoinTarget, UniqueFd>::first);
    // What was not opened beforehand is the process's own: /proc/self/ns/time_for_children.
    const UniqueFd own(found == workplace.targets.end() ? openTarget(operation.target) : -1);
    const int fd = found == workplace.targets.end() ? own.get() : found->second.get();
    if (fd < 0) {
        return {.result = -1, .error = errno, .durationUs = 0};
    }
    return timed([&] { return ::setns(fd, static_cast<int>(flagsOf(operation.namespaces))); });
}

Outcome make(const op::Write &operation, Workplace &workplace)
{
    const QByteArray process
        = workplace.inside == 0 ? "self" : QByteArray::number(workplace.inside);
    const QByteArray path = "/proc/" + process + '/' + nameOf(operation.file).data();
    const QByteArray text = operation.text.toUtf8();
    return timed([&]() -> std::int64_t {
        const UniqueFd fd(::open(path.constData(), O_WRONLY | O_CLOEXEC));
        if (!fd.isValid()) {
            return -1;
        }
        return ::write(fd.get(), text.constData(), static_cast<std::size_t>(text.size()));
    });
}

Outcome make(const op::Mount &operation, Workplace &)
{
    const QByteArray source = QFile::encodeName(operation.source);
    const QByteArray target = QFile::encodeName(operation.target);
    const QByteArray filesystem = operation.filesystem.toUtf8();
    const QByteArray data = operation.data.toUtf8();
    return timed([&] {
        return ::mount(orNull(source),
                       target.constData(),
                       orNull(filesystem),
                       bitsOf(operation.flags, kMountFlags),
                       orNull(data));
    });
}

Outcome make(const op::MountSetattr &operation, Workplace &workplace)
{
    if (workplace.mounted.isValid()) {
        return setAttributesOfMounted(
            bitsOf(operation.set, kMountAttributes), operation.recursive, workplace);
    }
    const QByteArray target = QFile::encodeName(operation.target);
    mount_attr attributes{};
    attributes.attr_set = bitsOf(operation.set, kMountAttributes);
    const unsigned flags = operation.recursive ? AT_RECURSIVE : 0;
    return timed([&] {
        return ::syscall(
            SYS_mount_setattr, AT_FDCWD, target.constData(), flags, &attributes, sizeof attributes);
    });
}

Outcome make(const op::Mkdir &operation, Workplace &)
{
    constexpr mode_t kMode = 0755;
    const QByteArray path = QFile::encodeName(operation.path);
    return timed([&] { return ::mkdir(path.constData(), kMode); });
}

Outcome make(const op::Sethostname &operation, Workplace &)
{
    const QByteArray name = operation.name.toUtf8();
    return timed(
        [&] { return ::sethostname(name.constData(), static_cast<std::size_t>(name.size())); });
}

Outcome make(const op::Setdomainname &operation, Workplace &)
{
    const QByteArray name = operation.name.toUtf8();
    return timed(
        [&] { return ::setdomainname(name.constData(), static_cast<std::size_t>(name.size())); });
}

Outcome make(const op::Umount &operation, Workplace &)
{
    const QByteArray target = QFile::encodeName(operation.target);
    return timed([&] { return ::umount2(target.constData(), UMOUNT_NOFOLLOW | MNT_DETACH); });
}

Outcome make(const op::Kill &operation, Workplace &)
{
    const int signal = signalOfName(operation.signal).value_or(0);
    return timed([&] { return ::kill(operation.pid, signal); });
}

Outcome make(const op::PidfdSendSignal &operation, Workplace &workplace)
{
    const int signal = signalOfName(operation.signal).value_or(0);
    return timed([&] {
        const auto done = sendSignal(workplace.target.get(), signal);
        errno = done ? 0 : done.error().error.value;
        return done ? 0 : -1;
    });
}

template<class Operation>
Outcome make(const Operation &operation, Workplace &workplace)
    requires requires { makeLink(operation, workplace); }
{
    return makeLink(operation, workplace);
}

template<class Operation>
Outcome make(const Operation &operation, Workplace &)
    requires requires { makeIpc(operation); }
{
    return makeIpc(operation);
}

Outcome make(const op::Setgroups &operation, Workplace &)
{
    return timed([&] {
        return ::setgroups(static_cast<std::size_t>(operation.groups.size()),
                           operation.groups.isEmpty() ? nullptr : operation.groups.constData());
    });
}

Outcome make(const op::Setresgid &operation, Workplace &)
{
    return timed([&] { return ::setresgid(operation.gid, operation.gid, operation.gid); });
}

Outcome make(const op::Setresuid &operation, Workplace &)
{
    return timed([&] { return ::setresuid(operation.uid, operation.uid, operation.uid); });
}

Outcome make(const op::Chdir &operation, Workplace &)
{
    const QByteArray path = QFile::encodeName(operation.path);
    return timed([&] { return ::chdir(path.constData()); });
}

std::int64_t microseconds(clockid_t clock)
{
    constexpr std::int64_t kPerSecond = 1'000'000;
    constexpr std::int64_t kNsPerUs = 1'000;
    timespec now{};
    (void)::clock_gettime(clock, &now); // these clocks are always there
    return (now.tv_sec * kPerSecond) + (now.tv_nsec / kNsPerUs);
}

} // namespace

bool sendWhole(int socket, const void *message, std::size_t size)
{
    ssize_t sent = 0;
    do {
        sent = ::send(socket, message, size, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(size);
}

std::int64_t nowUs()
{
    return microseconds(CLOCK_MONOTONIC);
}

std::int64_t wallClockUs()
{
    // Entering a time namespace shifts CLOCK_MONOTONIC in the middle of the call that is timed.
    return microseconds(CLOCK_REALTIME);
}

std::uint64_t flagsOf(const op::Clone3 &clone)
{
    return flagsOf(clone.namespaces) | (clone.asSibling ? CLONE_PARENT : 0U);
}

Outcome perform(const Operation &operation, Workplace &workplace)
{
    if (workplace.paths) {
        return performWithPaths(operation, workplace);
    }
    return std::visit([&](const auto &one) { return make(one, workplace); }, operation);
}

} // namespace nsw
