// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

/** Making and removing what an IPC namespace holds (ipc_namespaces(7)). */
namespace nsw
{

enum class IpcKind : std::uint8_t { Queue, Semaphores, Memory, PosixQueue };
template<>
struct EnumNames<IpcKind> {
    static constexpr std::array<QLatin1StringView, 4> kValues{QLatin1StringView("queue"),
                                                              QLatin1StringView("semaphores"),
                                                              QLatin1StringView("memory"),
                                                              QLatin1StringView("posixQueue")};
};

namespace act
{

struct CreateIpc {
    static constexpr QLatin1StringView kTag{"createIpc"};
    IpcKind kind = IpcKind::Queue;
    std::int32_t key = 0; ///< of the System V kinds; 0: private, with no key
    QString name; ///< of a POSIX queue, with its leading slash
    std::int32_t semaphores = 1; ///< how many in the set
    std::int64_t bytes = 4096; ///< size of the memory
    std::uint32_t mode = 0600; ///< permission bits
    bool operator==(const CreateIpc &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("kind", &CreateIpc::kind),
                          field("key", &CreateIpc::key),
                          field("name", &CreateIpc::name),
                          field("semaphores", &CreateIpc::semaphores),
                          field("bytes", &CreateIpc::bytes),
                          field("mode", &CreateIpc::mode)};
    }
};

struct RemoveIpc {
    static constexpr QLatin1StringView kTag{"removeIpc"};
    IpcKind kind = IpcKind::Queue;
    std::int32_t id = -1; ///< of the System V kinds
    QString name; ///< of a POSIX queue
    bool operator==(const RemoveIpc &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("kind", &RemoveIpc::kind),
                          field("id", &RemoveIpc::id),
                          field("name", &RemoveIpc::name)};
    }
};

} // namespace act

} // namespace nsw
