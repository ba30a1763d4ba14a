// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QStringList>

#include <vector>

#include <sys/types.h>

/** Somebody with fewer rights than the supervisor, for whom it works. */
namespace nsw
{

struct Caller {
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups; ///< supplementary
    bool isOther = true; ///< than we are, with fewer rights: paths are opened as the caller
};

/**
 * The user `uid`, with the groups of the process that made the socket, as the kernel noted them
 * then. When that was somebody else, with the group of the user's account alone.
 */
Caller callerAt(int socket, uid_t uid);

enum class LastLink : std::uint8_t {
    Followed,
    Kept, ///< a symbolic link at the end of the path is opened itself
};

/** Links of /proc to what a process has, as /proc/PID/root and /proc/PID/fd/N. */
enum class MagicLinks : std::uint8_t {
    Refused, ///< ELOOP; only with openat2(2), Linux 5.6
    Followed,
};

/**
 * Opens paths with O_PATH as the caller, one descriptor for each: with the caller's ids and groups,
 * and no capability. So a path leads nowhere that the caller can't go, whatever is renamed or
 * replaced meanwhile, and a descriptor stays with what was found.
 *
 * `mounts`: the mount namespace to look in, an fd; -1: our own. Waits 2 s at most: a file system
 * of the caller's may answer when it likes.
 */
Result<std::vector<UniqueFd>> openAs(const Caller &caller,
                                     int mounts,
                                     const QStringList &paths,
                                     LastLink last,
                                     MagicLinks magic = MagicLinks::Refused);

} // namespace nsw
