// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/space.h"

#include "core/kernel/mountinfo.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** Somebody else has to answer for these, and may never do it. */
bool mayNeverAnswer(const QString &filesystem)
{
    constexpr std::array kFar{"nfs"_L1,
                              "nfs4"_L1,
                              "cifs"_L1,
                              "smb3"_L1,
                              "9p"_L1,
                              "afs"_L1,
                              "ceph"_L1,
                              "autofs"_L1,
                              "virtiofs"_L1};
    return filesystem.startsWith("fuse"_L1) || std::ranges::contains(kFar, filesystem);
}

/** Nothing when the mount is hidden, has no size, or may not be looked at. */
std::optional<MountSpace> spaceOf(const MountPoint &mount)
{
    const UniqueFd place(::open(mount.target.toLocal8Bit().constData(),
                                O_PATH | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct statx there{};
    struct statfs numbers{};
    const bool isIt = place.isValid()
        && ::statx(place.get(), "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_MNT_ID, &there) == 0
        && (there.stx_mask & STATX_MNT_ID) != 0
        && there.stx_mnt_id == static_cast<std::uint64_t>(mount.id);
    if (!isIt || ::fstatfs(place.get(), &numbers) != 0 || numbers.f_blocks == 0) {
        return std::nullopt;
    }
    const auto unit
        = static_cast<std::uint64_t>(numbers.f_frsize > 0 ? numbers.f_frsize : numbers.f_bsize);
    const std::uint64_t size = numbers.f_blocks * unit;
    return MountSpace{
        .id = mount.id, .size = size, .used = size - std::min(size, numbers.f_bfree * unit)};
}

} // namespace

Result<SpaceFacet> takeSpace(const Vantage &vantage)
{
    const QByteArray path = entryOf(vantage, "mountinfo"_ba);
    const auto bytes = readProc(vantage.proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const Rows<MountPoint> parsed = parseMountinfo(*bytes);
    QStringList far; // what is below them is reached through them
    for (const MountPoint &mount : parsed.rows) {
        if (mayNeverAnswer(mount.filesystem)) {
            far << mount.target;
        }
    }
    const auto isFar = [&](const QString &target) {
        return std::ranges::any_of(far, [&](const QString &place) {
            return target == place || target.startsWith(QString(place + u'/'));
        });
    };
    SpaceFacet facet;
    for (const MountPoint &mount : parsed.rows) {
        if (isFar(mount.target)) {
            continue;
        }
        if (const auto space = spaceOf(mount)) {
            facet.mounts << *space;
        }
    }
    return facet;
}

} // namespace nsw
