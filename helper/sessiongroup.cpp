// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/sessiongroup.h"

#include "core/kernel/failure.h"
#include "core/kernel/mountinfo.h"
#include "core/kernel/process.h"
#include "core/kernel/procfs.h"
#include "helper/contract.h"

#include <array>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

namespace
{

const QByteArray kOfAll = "nsworkbench"_ba;
/** Others may read what is in it by name, but open neither, and so not lock them. */
constexpr mode_t kNotToBeOpened = 0711;
constexpr std::chrono::milliseconds kUntilEmpty{2000};

bool writeAt(int directory, const char *file, const QByteArray &text)
{
    const UniqueFd fd(::openat(directory, file, O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    return fd.isValid()
        && ::write(fd.get(), text.constData(), static_cast<std::size_t>(text.size()))
        == text.size();
}

UniqueFd openDirectory(int directory, const QByteArray &name)
{
    return UniqueFd(
        ::openat(directory, name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
}

Result<UniqueFd> openUnifiedHierarchy()
{
    const auto text = readAt(AT_FDCWD, "/proc/self/mountinfo"_ba);
    if (!text) {
        return std::unexpected(text.error());
    }
    for (const MountPoint &mount : parseMountinfo(*text).rows) {
        if (mount.filesystem == "cgroup2"_L1 && mount.root == "/"_L1) {
            UniqueFd fd = openDirectory(AT_FDCWD, mount.target.toLocal8Bit());
            if (!fd.isValid()) {
                return failure("open"_L1, mount.target);
            }
            return fd;
        }
    }
    return failure("open"_L1, "cgroup2"_L1, ENOENT);
}

/** False: it was removed before it was locked. */
bool isStillThere(int directory, const QByteArray &name, int fd)
{
    struct stat opened{};
    struct stat named{};
    return ::fstat(fd, &opened) == 0
        && ::fstatat(directory, name.constData(), &named, AT_SYMLINK_NOFOLLOW) == 0
        && opened.st_ino == named.st_ino;
}

/** Locked while something below it is made, looked at or removed. Invalid where there is none. */
UniqueFd openOfAll(int hierarchy)
{
    while (true) {
        UniqueFd fd = openDirectory(hierarchy, kOfAll);
        if (!fd.isValid() || ::flock(fd.get(), LOCK_EX) != 0) {
            return {};
        }
        if (isStillThere(hierarchy, kOfAll, fd.get())) {
            return fd;
        }
    }
}

Result<UniqueFd> makeOfAll(int hierarchy)
{
    while (true) {
        if (::mkdirat(hierarchy, kOfAll.constData(), kNotToBeOpened) != 0 && errno != EEXIST) {
            return failure("mkdir"_L1, QString::fromLatin1(kOfAll));
        }
        UniqueFd fd = openOfAll(hierarchy);
        if (fd.isValid()) {
            return fd;
        }
        if (errno != ENOENT) {
            return failure("open"_L1, QString::fromLatin1(kOfAll));
        }
    }
}

/** Each by itself: one that the machine does not hand out is not to be had. */
void limit(int ofAll, int group)
{
    struct Limit {
        QByteArray controller;
        const char *file;
        qint64 most;
    };
    const std::array limits{
        Limit{.controller = "+pids"_ba, .file = "pids.max", .most = contract::kMostProcesses},
        Limit{.controller = "+memory"_ba, .file = "memory.max", .most = contract::kMostMemory}};
    for (const Limit &one : limits) {
        if (writeAt(ofAll, "cgroup.subtree_control", one.controller)) {
            [[maybe_unused]] const bool isSet
                = writeAt(group, one.file, QByteArray::number(one.most));
        }
    }
}

/** Before Linux 5.14. A member is signalled only if it is one still once it can't be recycled. */
void killListed(int group)
{
    const auto before = readAt(group, "cgroup.procs"_ba);
    std::vector<std::pair<QByteArray, UniqueFd>> members;
    for (const QByteArray &pid : before.value_or(QByteArray()).split('\n')) {
        auto member = openPidfd(pid.toInt());
        if (member) {
            members.emplace_back(pid, *std::move(member));
        }
    }
    const auto now = readAt(group, "cgroup.procs"_ba).value_or(QByteArray()).split('\n');
    for (const auto &[pid, pidfd] : members) {
        if (now.contains(pid)) {
            [[maybe_unused]] const auto sent = sendSignal(pidfd.get(), SIGKILL);
        }
    }
}

void killGroup(int group)
{
    if (!writeAt(group, "cgroup.kill", "1"_ba)) {
        killListed(group);
    }
}

/** With those below it, which root inside may have made. */
bool removeTree(int parent, const QByteArray &name)
{
    const UniqueFd group = openDirectory(parent, name);
    if (group.isValid()) {
        killGroup(group.get());
        for (const QByteArray &entry :
             entriesAt(group.get(), "."_ba).value_or(QList<QByteArray>())) {
            if (openDirectory(group.get(), entry).isValid()) {
                removeTree(group.get(), entry);
            }
        }
    }
    return ::unlinkat(parent, name.constData(), AT_REMOVEDIR) == 0 || errno == ENOENT;
}

/** What was killed leaves when the kernel comes to it. */
void removeGroup(int ofAll, const QByteArray &name, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds kPause{10};
    constexpr timespec kNap{.tv_sec = 0, .tv_nsec = 10'000'000};
    while (!removeTree(ofAll, name) && patience > std::chrono::milliseconds::zero()) {
        ::nanosleep(&kNap, nullptr);
        patience -= kPause;
    }
}

/** When nothing is below it. */
void removeOfAll(int hierarchy)
{
    [[maybe_unused]] const int result = ::unlinkat(hierarchy, kOfAll.constData(), AT_REMOVEDIR);
}

QByteArray nameFor(uid_t user)
{
    timespec now{};
    [[maybe_unused]] const int always = ::clock_gettime(CLOCK_BOOTTIME, &now);
    constexpr qint64 kNsPerSecond = 1'000'000'000;
    return QByteArray::number(user) + '-'
        + QByteArray::number((qint64{now.tv_sec} * kNsPerSecond) + now.tv_nsec);
}

} // namespace

Result<SessionGroup> SessionGroup::make(uid_t user)
{
    auto hierarchy = openUnifiedHierarchy();
    if (!hierarchy) {
        return std::unexpected(hierarchy.error());
    }
    const auto ofAll = makeOfAll(hierarchy->get());
    if (!ofAll) {
        return std::unexpected(ofAll.error());
    }
    SessionGroup made;
    made.m_hierarchy = *std::move(hierarchy);
    made.m_name = nameFor(user);
    if (::mkdirat(ofAll->get(), made.m_name.constData(), kNotToBeOpened) != 0) {
        return failure("mkdir"_L1, QString::fromLatin1(made.m_name));
    }
    made.m_group = openDirectory(ofAll->get(), made.m_name);
    if (!made.m_group.isValid() || ::flock(made.m_group.get(), LOCK_EX | LOCK_NB) != 0) {
        return failure("flock"_L1, QString::fromLatin1(made.m_name));
    }
    limit(ofAll->get(), made.m_group.get());
    return made;
}

Result<void> SessionGroup::enter() const
{
    if (!writeAt(m_group.get(), "cgroup.procs", "0"_ba)) {
        return failure("write"_L1, QString::fromLatin1(m_name));
    }
    return {};
}

Result<void> SessionGroup::standApart() const
{
    if (!writeAt(m_hierarchy.get(), "cgroup.procs", "0"_ba)) {
        return failure("write"_L1, "cgroup.procs"_L1);
    }
    return {};
}

void SessionGroup::kill() const
{
    killGroup(m_group.get());
}

void SessionGroup::remove() const
{
    // Not locked: that would hold up other sessions, and this group is nobody else's.
    removeGroup(openDirectory(m_hierarchy.get(), kOfAll).get(), m_name, kUntilEmpty);
    if (const UniqueFd ofAll = openOfAll(m_hierarchy.get()); ofAll.isValid()) {
        removeOfAll(m_hierarchy.get());
    }
}

std::vector<int> SessionGroup::descriptors() const
{
    return {m_hierarchy.get(), m_group.get()};
}

void sweepSessionGroups(std::chrono::milliseconds patience)
{
    const auto hierarchy = openUnifiedHierarchy();
    const UniqueFd ofAll = hierarchy ? openOfAll(hierarchy->get()) : UniqueFd();
    if (!ofAll.isValid()) {
        return;
    }
    for (const QByteArray &name : entriesAt(ofAll.get(), "."_ba).value_or(QList<QByteArray>())) {
        const UniqueFd group = openDirectory(ofAll.get(), name);
        if (group.isValid() && ::flock(group.get(), LOCK_EX | LOCK_NB) == 0) {
            removeGroup(ofAll.get(), name, patience);
        }
    }
    removeOfAll(hierarchy->get());
}

} // namespace nsw
