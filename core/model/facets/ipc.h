// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A message queue, a set of semaphores or a segment of shared memory (sysvipc(7)). */
struct SysvObject {
    std::int32_t key = 0;
    std::int32_t id = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mode = 0; ///< permission bits, as chmod takes them
    std::uint64_t count = 0; ///< messages in the queue, semaphores in the set, processes attached
    std::uint64_t bytes = 0; ///< bytes in the queue, size of the segment; 0 for semaphores
    std::int32_t lastPid = 0; ///< last to send, or last to attach or detach; 0 for semaphores
    std::int32_t lastReceiver = 0; ///< last to receive from a queue; 0 for the others
    bool operator==(const SysvObject &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("key", &SysvObject::key),
                          field("id", &SysvObject::id),
                          field("uid", &SysvObject::uid),
                          field("gid", &SysvObject::gid),
                          field("mode", &SysvObject::mode),
                          field("count", &SysvObject::count),
                          field("bytes", &SysvObject::bytes),
                          field("lastPid", &SysvObject::lastPid),
                          field("lastReceiver", &SysvObject::lastReceiver)};
    }
};

/** A POSIX message queue (mq_overview(7)). */
struct PosixQueue {
    QString name; ///< with its leading slash
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mode = 0;
    std::uint64_t bytes = 0; ///< QSIZE
    std::uint64_t messages = 0; ///< mq_curmsgs of mq_getattr(3)
    bool operator==(const PosixQueue &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &PosixQueue::name),
                          field("uid", &PosixQueue::uid),
                          field("gid", &PosixQueue::gid),
                          field("mode", &PosixQueue::mode),
                          field("bytes", &PosixQueue::bytes),
                          field("messages", &PosixQueue::messages)};
    }
};

struct IpcFacet {
    static constexpr FacetKind kKind = FacetKind::Ipc;
    QList<SysvObject> messageQueues;
    QList<SysvObject> semaphoreSets;
    QList<SysvObject> sharedMemory;
    QList<PosixQueue> posixQueues;
    QList<Error> diagnostics;
    bool operator==(const IpcFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("messageQueues", &IpcFacet::messageQueues),
                          field("semaphoreSets", &IpcFacet::semaphoreSets),
                          field("sharedMemory", &IpcFacet::sharedMemory),
                          field("posixQueues", &IpcFacet::posixQueues),
                          field("diagnostics", &IpcFacet::diagnostics)};
    }
};

} // namespace nsw
