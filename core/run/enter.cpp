// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/enter.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"

#include <QByteArray>

#include <csignal>

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct Door {
    NsKind kind;
    UniqueFd fd;
};

QByteArray linkPath(const QByteArray &process, NsKind kind)
{
    return process + "/ns/" + infoOf(kind).procName.data();
}

/**
 * An id that does not exist inside can own nothing there: becomes the root of the inside then.
 * False where there is no root either: it stays nobody, which is enough for all but making files.
 */
bool becomeSomebody()
{
    constexpr uid_t kNobody = 65534; // /proc/sys/kernel/overflowuid, unless somebody changed it
    const bool isGroup = ::getegid() != kNobody || ::setresgid(0, 0, 0) == 0;
    const bool isUser = ::geteuid() != kNobody || ::setresuid(0, 0, 0) == 0;
    setParentDeathSignal(SIGKILL); // a change of credentials forgets it
    return isGroup && isUser;
}

/** setns(2) moves only the children of the caller to another PID namespace. */
bool enterPidNamespace(int fd, int proc)
{
    struct stat theirs{};
    struct stat ours{};
    const bool isTheSame = ::fstat(fd, &theirs) == 0
        && ::fstatat(proc, "self/ns/pid", &ours, 0) == 0 && theirs.st_ino == ours.st_ino
        && theirs.st_dev == ours.st_dev;
    return isTheSame || ::setns(fd, CLONE_NEWPID) == 0;
}

bool isOwn(int proc, NsKind kind, int fd)
{
    struct stat theirs{};
    struct stat ours{};
    return ::fstat(fd, &theirs) == 0
        && ::fstatat(proc, linkPath("thread-self", kind).constData(), &ours, 0) == 0
        && theirs.st_dev == ours.st_dev && theirs.st_ino == ours.st_ino;
}

bool enter(const Door &door, Entry &entry)
{
    if (::setns(door.fd.get(), static_cast<int>(infoOf(door.kind).flag)) == 0) {
        entry.refused.erase(door.kind);
        return true;
    }
    entry.refused.insert_or_assign(door.kind, failure("setns"_L1, nameOf(door.kind)).error());
    return false;
}

/**
 * setns(2) of a pidfd (Linux 5.8): all or none. None when one of them is not the process's own, or
 * its user namespace is ours.
 */
bool enterAllAtOnce(pid_t pid)
{
    int flags = 0;
    for (const NsKind kind : kAllKinds) {
        if (kind != NsKind::Pid) {
            flags |= static_cast<int>(infoOf(kind).flag);
        }
    }
    const auto target = openPidfd(pid);
    return target && ::setns(target->get(), flags) == 0;
}

} // namespace

Entry enterNamespacesOf(pid_t pid, int proc)
{
    Entry entry;
    if (enterAllAtOnce(pid)) {
        return entry;
    }
    std::vector<Door> doors;
    const QByteArray process = QByteArray::number(pid);
    // The user namespace first: its root may enter what it owns. What it does not own, because the
    // process joined it from elsewhere, is tried before, with the rights that we have now.
    for (const NsKind kind : kAllKinds) {
        if (kind == NsKind::Pid) {
            continue;
        }
        UniqueFd fd(::openat(proc, linkPath(process, kind).constData(), O_RDONLY | O_CLOEXEC));
        if (!fd.isValid()) {
            if (errno != ENOENT) { // a kind that this kernel does not have can't differ either
                entry.refused.emplace(
                    kind, failure("open"_L1, QString::fromLatin1(linkPath(process, kind))).error());
            }
        } else if (!isOwn(proc, kind, fd.get())) {
            doors.push_back({kind, std::move(fd)});
        }
    }
    std::erase_if(doors, [&](const Door &door) {
        return door.kind != NsKind::User && door.kind != NsKind::Mount && enter(door, entry);
    });
    const auto enterAll = [&](auto wanted) {
        std::erase_if(doors,
                      [&](const Door &door) { return wanted(door.kind) && enter(door, entry); });
    };
    enterAll([](NsKind kind) { return kind == NsKind::User; });
    enterAll([](NsKind kind) { return kind != NsKind::Mount; });
    enterAll([](NsKind) { return true; });
    return entry;
}

std::optional<NotEntered> enterContainerOf(pid_t pid, int proc)
{
    const QByteArray path = linkPath(QByteArray::number(pid), NsKind::Pid);
    const UniqueFd pids(::openat(proc, path.constData(), O_RDONLY | O_CLOEXEC));
    // Processes of the container must not get hold of what this copy of the supervisor knows.
    if (!pids.isValid() || ::prctl(PR_SET_DUMPABLE, 0) != 0) {
        return NotEntered{.kind = NsKind::Pid, .error = errno};
    }
    const Entry entry = enterNamespacesOf(pid, proc);
    if (!entry.refused.empty()) {
        const auto &[kind, error] = *entry.refused.begin();
        return NotEntered{.kind = kind, .error = error.error.value};
    }
    if (!enterPidNamespace(pids.get(), proc)) {
        return NotEntered{.kind = NsKind::Pid, .error = errno};
    }
    (void)becomeSomebody();
    return std::nullopt;
}

} // namespace nsw
