// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

/** System V IPC (sysvipc(7)) and POSIX message queues (mq_overview(7)). Made only where there is
 * none. */
namespace nsw::op
{

/** Result: the id of the queue. */
struct Msgget {
    static constexpr QLatin1StringView kTag{"msgget"};
    std::int32_t key = 0; ///< 0: IPC_PRIVATE
    std::uint32_t mode = 0;
    bool operator==(const Msgget &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("key", &Msgget::key), field("mode", &Msgget::mode)};
    }
};

/** Result: the id of the set. */
struct Semget {
    static constexpr QLatin1StringView kTag{"semget"};
    std::int32_t key = 0;
    std::int32_t count = 0;
    std::uint32_t mode = 0;
    bool operator==(const Semget &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("key", &Semget::key),
                          field("count", &Semget::count),
                          field("mode", &Semget::mode)};
    }
};

/** Result: the id of the segment. */
struct Shmget {
    static constexpr QLatin1StringView kTag{"shmget"};
    std::int32_t key = 0;
    std::int64_t size = 0;
    std::uint32_t mode = 0;
    bool operator==(const Shmget &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{
            field("key", &Shmget::key), field("size", &Shmget::size), field("mode", &Shmget::mode)};
    }
};

/** Result: a file descriptor. The queue stays when it is closed. */
struct MqOpen {
    static constexpr QLatin1StringView kTag{"mq_open"};
    QString name; ///< with its leading slash
    std::uint32_t mode = 0;
    bool operator==(const MqOpen &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &MqOpen::name), field("mode", &MqOpen::mode)};
    }
};

/** msgctl(2) with IPC_RMID. */
struct Msgctl {
    static constexpr QLatin1StringView kTag{"msgctl"};
    std::int32_t id = 0;
    bool operator==(const Msgctl &) const = default;
    static constexpr auto fields() { return std::tuple{field("id", &Msgctl::id)}; }
};

/** semctl(2) with IPC_RMID. */
struct Semctl {
    static constexpr QLatin1StringView kTag{"semctl"};
    std::int32_t id = 0;
    bool operator==(const Semctl &) const = default;
    static constexpr auto fields() { return std::tuple{field("id", &Semctl::id)}; }
};

/** shmctl(2) with IPC_RMID. */
struct Shmctl {
    static constexpr QLatin1StringView kTag{"shmctl"};
    std::int32_t id = 0;
    bool operator==(const Shmctl &) const = default;
    static constexpr auto fields() { return std::tuple{field("id", &Shmctl::id)}; }
};

struct MqUnlink {
    static constexpr QLatin1StringView kTag{"mq_unlink"};
    QString name;
    bool operator==(const MqUnlink &) const = default;
    static constexpr auto fields() { return std::tuple{field("name", &MqUnlink::name)}; }
};

} // namespace nsw::op
