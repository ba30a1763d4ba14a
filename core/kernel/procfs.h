// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QByteArray>
#include <QList>

#include <limits>

/** Files below a directory fd: a /proc, or a recorded tree that stands in for one. */
namespace nsw
{

/** Opens for reading, never blocking and never becoming a controlling terminal. */
Result<UniqueFd> openAt(int directory, const QByteArray &path, int flags = 0);

/** The rest of an open file, at most `limit` bytes of it; `path` is for errors. */
Result<QByteArray>
readWhole(int fd, const QByteArray &path, qsizetype limit = std::numeric_limits<qsizetype>::max());

/** The content of a file, at most `limit` bytes of it. */
Result<QByteArray> readAt(int directory,
                          const QByteArray &path,
                          qsizetype limit = std::numeric_limits<qsizetype>::max());

Result<QByteArray> readLinkAt(int directory, const QByteArray &path);

/** The names in a directory without "." and "..", sorted. */
Result<QList<QByteArray>> entriesAt(int directory, const QByteArray &path);

/** The entries of a /proc that are processes, in ascending order. */
Result<QList<std::int32_t>> processesAt(int proc);

/** The inode that "net:[4026531840]" names, as the links below /proc/PID/ns read; 0: not like that.
 */
std::uint64_t namespaceInodeOf(const QByteArray &linkText);

} // namespace nsw
