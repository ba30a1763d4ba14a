// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/caller.h"

#include "core/kernel/failure.h"
#include "core/kernel/passfd.h"
#include "core/kernel/process.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <grp.h>
#include <linux/openat2.h>
#include <poll.h>
#include <pwd.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kOpenPatienceMs = 2000;

std::vector<gid_t> groupsAt(int socket)
{
    std::vector<gid_t> groups;
    socklen_t size = 0;
    // The first call tells the size.
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, nullptr, &size) == 0 || errno != ERANGE) {
        return {};
    }
    groups.resize(size / sizeof(gid_t));
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &size) != 0) {
        return {};
    }
    groups.resize(size / sizeof(gid_t));
    return groups;
}

gid_t groupOfAccount(uid_t uid)
{
    constexpr gid_t kNogroup = 65534;
    constexpr std::size_t kBuffer = std::size_t{16} << 10;
    std::array<char, kBuffer> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    return ::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr
        ? entry.pw_gid
        : kNogroup;
}

/** For good: the capabilities go with the last id that is root's. */
bool become(const Caller &caller)
{
    return ::setgroups(caller.groups.size(), caller.groups.data()) == 0
        && ::setresgid(caller.gid, caller.gid, caller.gid) == 0
        && ::setresuid(caller.uid, caller.uid, caller.uid) == 0;
}

struct Task {
    const Caller &caller;
    int mounts;
    const std::vector<QByteArray> &paths;
    LastLink last;
    MagicLinks magic;
};

/** Tried on nothing: what a path answers is up to whoever made it. */
bool canRefuseMagicLinks()
{
    return ::syscall(SYS_openat2, -1, "", nullptr, 0) >= 0 || (errno != ENOSYS && errno != EPERM);
}

UniqueFd openOne(const QByteArray &path, const Task &task)
{
    const int flags = O_PATH | O_CLOEXEC | (task.last == LastLink::Kept ? O_NOFOLLOW : 0);
    if (task.magic == MagicLinks::Refused && canRefuseMagicLinks()) {
        open_how how{};
        how.flags = static_cast<unsigned>(flags);
        how.resolve = RESOLVE_NO_MAGICLINKS;
        return UniqueFd(
            static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path.constData(), &how, sizeof how)));
    }
    // Such links are followed then, with the rights of the caller, who has no others by them.
    return UniqueFd(::open(path.constData(), flags));
}

/** In the child; 0, or the errno of what failed. */
int openAll(const Task &task, int answers)
{
    if ((task.mounts >= 0 && ::setns(task.mounts, CLONE_NEWNS) != 0) || !become(task.caller)) {
        return errno;
    }
    // A change of credentials forgets both.
    setParentDeathSignal(SIGKILL);
    makeUndumpable();
    for (const QByteArray &path : task.paths) {
        const UniqueFd fd = openOne(path, task);
        if (!fd.isValid()) {
            return errno;
        }
        if (const auto sent = sendFd(answers, fd.get()); !sent) {
            return sent.error().error.value;
        }
    }
    return 0;
}

[[noreturn]] void runOpener(const Task &task, int answers)
{
    setParentDeathSignal(SIGKILL);
    // Nothing of the supervisor's is to be found below /proc/self/fd.
    closeAllBut({answers, task.mounts});
    makeUndumpable();
    ::_exit(openAll(task, answers));
}

/** The child's exit status, which is an errno. */
int errorOf(const Child &child)
{
    pollfd ended{.fd = child.pidfd.get(), .events = POLLIN, .revents = 0};
    const bool isLate = ::poll(&ended, 1, kOpenPatienceMs) == 0;
    if (isLate) {
        (void)sendSignal(child.pidfd.get(), SIGKILL);
    }
    const int status = waitForExit(child.pidfd.get()).value_or(ECHILD);
    return isLate ? ETIMEDOUT : status;
}

} // namespace

Caller callerAt(int socket, uid_t uid)
{
    const bool isOther = ::geteuid() == 0; // else we have become the caller
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == uid) {
        return {.uid = uid, .gid = peer.gid, .groups = groupsAt(socket), .isOther = isOther};
    }
    return {.uid = uid, .gid = groupOfAccount(uid), .groups = {}, .isOther = isOther};
}

Result<std::vector<UniqueFd>>
openAs(const Caller &caller, int mounts, const QStringList &paths, LastLink last, MagicLinks magic)
{
    std::vector<QByteArray> names;
    for (const QString &path : paths) {
        names.push_back(QFile::encodeName(path));
    }
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    const UniqueFd ours(ends[0]);
    UniqueFd theirs(ends[1]);
    const auto child = cloneProcess(0);
    if (!child) {
        return std::unexpected(child.error());
    }
    if (child->pid == 0) {
        runOpener(
            {.caller = caller, .mounts = mounts, .paths = names, .last = last, .magic = magic},
            theirs.get());
    }
    theirs.reset();
    if (const int error = errorOf(*child); error != 0) {
        return failure("open"_L1, paths.join(u", "), error);
    }
    std::vector<UniqueFd> opened;
    for (const QString &path : paths) {
        opened.push_back(receiveFd(ours.get()));
        if (!opened.back().isValid()) {
            return failure("open"_L1, path, EIO);
        }
    }
    return opened;
}

} // namespace nsw
