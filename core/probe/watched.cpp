// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/watched.h"

#include "core/kernel/status.h"
#include "core/probe/reading.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Those of a process that is gone are gone, too. */
void addThreads(int proc, std::int32_t pid, WatchedFacet &facet)
{
    const QByteArray tasks = QByteArray::number(pid) + "/task"_ba;
    const auto entries = entriesAt(proc, tasks);
    if (!entries) {
        if (entries.error().error != Errno{ENOENT}) {
            facet.diagnostics << inProc(entries.error(), tasks);
        }
        return;
    }
    QList<Thread> threads;
    for (const QByteArray &entry : *entries) {
        const auto bytes = readProc(proc, tasks + '/' + entry + "/status"_ba);
        const auto status = bytes ? parseStatus(*bytes) : std::nullopt;
        if (status) {
            threads << Thread{
                .process = pid, .ids = status->pids, .name = status->name, .state = status->state};
        }
    }
    std::ranges::sort(threads, {}, [](const Thread &thread) { return thread.ids.value(0); });
    facet.threads << threads;
}

FileOwner ownerOf(const QString &path)
{
    const auto refused = [&](int error) {
        FileOwner owner;
        owner.path = path;
        owner.error = Error{.operation = u"lstat"_s, .error = Errno{error}, .subject = path};
        return owner;
    };
    if (!path.startsWith(u'/') || path.contains(QChar(u'\0'))) {
        return refused(EINVAL);
    }
    struct statx file{};
    if (::statx(AT_FDCWD,
                path.toLocal8Bit().constData(),
                AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT,
                STATX_BASIC_STATS,
                &file)
        != 0) {
        return refused(errno);
    }
    FileOwner owner;
    owner.path = path;
    owner.uid = file.stx_uid;
    owner.gid = file.stx_gid;
    owner.mode = file.stx_mode;
    owner.device
        = QString(QString::number(file.stx_dev_major) + u':' + QString::number(file.stx_dev_minor));
    owner.inode = file.stx_ino;
    return owner;
}

} // namespace

Result<WatchedFacet> takeWatched(const Vantage &vantage)
{
    WatchedFacet facet;
    if (vantage.watch == nullptr) {
        return facet;
    }
    for (const std::int32_t pid :
         vantage.watch->processes.first(std::min(vantage.watch->processes.size(), kMostWatched))) {
        addThreads(vantage.proc, pid, facet);
    }
    for (const QString &path :
         vantage.watch->files.first(std::min(vantage.watch->files.size(), kMostWatched))) {
        facet.files << ownerOf(path);
    }
    return facet;
}

} // namespace nsw
