// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A thread of a watched process. */
struct Thread {
    std::int32_t process = 0; ///< PID in the reader's PID namespace
    QList<std::int32_t> ids; ///< NSpid: its TID, from the reader's PID namespace to its own
    QString name; ///< comm, at most 15 bytes
    QString state; ///< one letter, proc_pid_stat(5)
    bool operator==(const Thread &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("process", &Thread::process),
                          field("ids", &Thread::ids),
                          field("name", &Thread::name),
                          field("state", &Thread::state)};
    }
};

/** A watched file as lstat(2) tells it to this side: its owner is an ID of this user namespace. */
struct FileOwner {
    QString path;
    std::optional<Error> error; ///< why it can't be looked at; then the rest says nothing
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mode = 0; ///< type and permissions, inode(7)
    QString device; ///< "major:minor"
    std::uint64_t inode = 0;
    bool operator==(const FileOwner &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("path", &FileOwner::path),
                          field("error", &FileOwner::error),
                          field("uid", &FileOwner::uid),
                          field("gid", &FileOwner::gid),
                          field("mode", &FileOwner::mode),
                          field("device", &FileOwner::device),
                          field("inode", &FileOwner::inode)};
    }
};

/** What somebody asked to look at more closely (WatchRequest). Threads are told outside alone. */
struct WatchedFacet {
    static constexpr FacetKind kKind = FacetKind::Watched;
    QList<Thread> threads;
    QList<FileOwner> files;
    QList<Error> diagnostics;
    bool operator==(const WatchedFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("threads", &WatchedFacet::threads),
                          field("files", &WatchedFacet::files),
                          field("diagnostics", &WatchedFacet::diagnostics)};
    }
};

} // namespace nsw
