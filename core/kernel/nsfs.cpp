// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/nsfs.h"

#include "core/kernel/failure.h"

#include <algorithm>

#include <linux/magic.h>
#include <linux/nsfs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#ifndef NS_GET_ID // Linux 6.18
#define NS_GET_ID _IOR(NSIO, 13, __u64)
#endif

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

Result<UniqueFd> relative(int fd, unsigned long request, QLatin1StringView name)
{
    UniqueFd other(::ioctl(fd, request));
    if (!other.isValid()) {
        return failure(name);
    }
    return other;
}

/** The inode of an owner or parent. That the kernel doesn't tell it is no failure. */
std::optional<std::uint64_t> inodeOfRelative(const Result<UniqueFd> &other)
{
    if (!other) {
        return std::nullopt;
    }
    const auto inode = inodeOf(other->get());
    return inode ? std::optional(*inode) : std::nullopt;
}

} // namespace

bool isNamespaceFile(int fd)
{
    struct statfs filesystem{};
    return ::fstatfs(fd, &filesystem) == 0 && filesystem.f_type == NSFS_MAGIC;
}

Result<NsKind> namespaceKind(int fd)
{
    const int flag = ::ioctl(fd, NS_GET_NSTYPE);
    if (flag < 0) {
        return failure("NS_GET_NSTYPE"_L1);
    }
    const auto found = std::ranges::find(
        kAllKinds, static_cast<std::uint64_t>(flag), [](NsKind kind) { return infoOf(kind).flag; });
    if (found == kAllKinds.end()) {
        return failure("NS_GET_NSTYPE"_L1, {}, EINVAL);
    }
    return *found;
}

Result<UniqueFd> ownerOf(int fd)
{
    return relative(fd, NS_GET_USERNS, "NS_GET_USERNS"_L1);
}

Result<UniqueFd> parentOf(int fd)
{
    return relative(fd, NS_GET_PARENT, "NS_GET_PARENT"_L1);
}

Result<std::uint64_t> inodeOf(int fd)
{
    struct stat status{};
    if (::fstat(fd, &status) != 0) {
        return failure("fstat"_L1);
    }
    return status.st_ino;
}

Result<NamespaceIdentity> identityOf(int fd, NsKind kind)
{
    const auto inode = inodeOf(fd);
    if (!inode) {
        return std::unexpected(inode.error());
    }
    NamespaceIdentity identity;
    identity.inode = *inode;
    if (std::uint64_t id = 0; ::ioctl(fd, NS_GET_ID, &id) == 0) {
        identity.id = id;
    }
    identity.owner = inodeOfRelative(ownerOf(fd));
    if (kind == NsKind::User || kind == NsKind::Pid) {
        identity.parent = inodeOfRelative(parentOf(fd));
    }
    if (uid_t uid = 0; kind == NsKind::User && ::ioctl(fd, NS_GET_OWNER_UID, &uid) == 0) {
        identity.ownerUid = uid;
    }
    return identity;
}

} // namespace nsw
