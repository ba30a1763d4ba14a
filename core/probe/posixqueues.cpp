// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/posixqueues.h"

#include "core/kernel/failure.h"
#include "core/kernel/mqueue.h"
#include "core/probe/reading.h"

#include <fcntl.h>
#include <mqueue.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr auto kMountPoint = "/dev/mqueue";
constexpr long kMqueueMagic = 0x19800202; // MQUEUE_MAGIC of ipc/mqueue.c

/** The queues of the caller's IPC namespace, in a mount that is attached nowhere (Linux 5.2). */
Result<UniqueFd> openDetached()
{
    const auto name = u"mqueue"_s;
    const UniqueFd context(::fsopen("mqueue", FSOPEN_CLOEXEC));
    if (!context.isValid()) {
        return failure("fsopen"_L1, name);
    }
    if (::fsconfig(context.get(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) != 0) {
        return failure("fsconfig"_L1, name);
    }
    UniqueFd mount(::fsmount(
        context.get(), FSMOUNT_CLOEXEC, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV));
    if (!mount.isValid()) {
        return failure("fsmount"_L1, name);
    }
    return mount;
}

/** Whether the queue of this name in the caller's IPC namespace lies on `device`; nothing: can't
 * say. */
std::optional<bool> isOwnQueue(const QByteArray &name, dev_t device)
{
    const QByteArray path = '/' + name;
    const UniqueFd queue(::mq_open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!queue.isValid()) {
        return errno == ENOENT ? std::optional(false) : std::nullopt;
    }
    struct stat status{};
    return ::fstat(queue.get(), &status) == 0 && status.st_dev == device;
}

/**
 * A mqueue file system shows the IPC namespace in which it was mounted, which need not be the
 * caller's. The first queue that the caller can open by name decides it. Where there is none, the
 * usual is assumed: that it is the caller's own.
 */
bool showsOwnNamespace(int directory, const QList<QByteArray> &names)
{
    struct stat status{};
    if (::fstat(directory, &status) != 0) {
        return false;
    }
    for (const QByteArray &name : names) {
        if (const auto own = isOwnQueue(name, status.st_dev)) {
            return *own;
        }
    }
    return true;
}

/** The file system at /dev/mqueue, if it is one of the caller's own IPC namespace. */
UniqueFd openMounted()
{
    auto directory = openAt(AT_FDCWD, QByteArray(kMountPoint), O_DIRECTORY);
    struct statfs filesystem{};
    if (!directory || ::fstatfs(directory->get(), &filesystem) != 0
        || filesystem.f_type != kMqueueMagic) {
        return {};
    }
    const auto names = entriesAt(directory->get(), "."_ba);
    return names && showsOwnNamespace(directory->get(), *names) ? *std::move(directory)
                                                                : UniqueFd();
}

void addQueue(IpcFacet &facet, int directory, const QByteArray &name)
{
    constexpr qsizetype kAttributesLength = 256;
    struct stat status{};
    if (::fstatat(directory, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return; // removed since the directory was read
    }
    PosixQueue queue;
    queue.name = u'/' % QString::fromUtf8(name);
    queue.uid = status.st_uid;
    queue.gid = status.st_gid;
    queue.mode = status.st_mode & 0777U;
    const auto file = openAt(directory, name);
    if (file) {
        if (const auto content = readWhole(file->get(), name, kAttributesLength)) {
            queue.bytes = parseQueueSize(*content).value_or(0);
        }
        if (mq_attr attributes{}; ::mq_getattr(file->get(), &attributes) == 0) {
            queue.messages = static_cast<std::uint64_t>(attributes.mq_curmsgs);
        }
    } else if (file.error().error == Errno{ENOENT}) {
        return;
    } else {
        addOnce(facet.diagnostics,
                Error{.operation = file.error().operation,
                      .error = file.error().error,
                      .subject = queue.name});
    }
    facet.posixQueues << queue;
}

} // namespace

void takePosixQueues(const Vantage &vantage, IpcFacet &facet)
{
    auto directory = openDetached();
    if (!directory) {
        if (directory.error().error == Errno{ENODEV}) {
            return; // a kernel without POSIX queues: there are none
        }
        UniqueFd mounted = openMounted();
        if (!mounted.isValid()) {
            facet.diagnostics << directory.error();
            return;
        }
        directory = std::move(mounted);
    }
    const auto names = entriesAt(directory->get(), "."_ba);
    if (!names) {
        facet.diagnostics << names.error();
        return;
    }
    for (const QByteArray &name : *names) {
        addQueue(facet, directory->get(), name);
    }
    if (vantage.slowToClose != nullptr) {
        vantage.slowToClose->push_back(*std::move(directory));
    }
}

} // namespace nsw
