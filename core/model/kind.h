// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QList>

#include <compare>
#include <cstdint>
#include <optional>

namespace nsw
{

/** The eight kinds of namespace, in the order in which the kernel gained them (namespaces(7)). */
enum class NsKind : std::uint8_t { Mount, Uts, Ipc, Pid, Network, User, Cgroup, Time };

template<>
struct EnumNames<NsKind> {
    static constexpr std::array<QLatin1StringView, 8> kValues{
        QLatin1StringView("mount"),
        QLatin1StringView("uts"),
        QLatin1StringView("ipc"),
        QLatin1StringView("pid"),
        QLatin1StringView("network"),
        QLatin1StringView("user"),
        QLatin1StringView("cgroup"),
        QLatin1StringView("time"),
    };
};

inline constexpr std::array kAllKinds{
    NsKind::Mount,
    NsKind::Uts,
    NsKind::Ipc,
    NsKind::Pid,
    NsKind::Network,
    NsKind::User,
    NsKind::Cgroup,
    NsKind::Time,
};

/** What does not change about a kind, from namespaces(7) and the kernel's history. */
struct KindInfo {
    NsKind kind = NsKind::Mount;
    QLatin1StringView flagName; ///< "CLONE_NEWUTS"
    std::uint64_t flag = 0; ///< the bit, as clone3(2), unshare(2) and setns(2) take it
    QLatin1StringView procName; ///< the link below /proc/PID/ns
    QLatin1StringView limitFile; ///< the file below /proc/sys/user
    QLatin1StringView since; ///< the kernel that brought it
    QLatin1StringView unshareOption; ///< the option of unshare(1)
    QLatin1StringView nsenterOption; ///< the option of nsenter(1)
    QLatin1StringView manPage;
};

const KindInfo &infoOf(NsKind kind);

/** The kind whose link below /proc/PID/ns is called this, for example "mnt". */
std::optional<NsKind> kindOfProcName(QLatin1StringView procName);

/** The bits of all these kinds. */
std::uint64_t flagsOf(const QList<NsKind> &kinds);

/** "CLONE_NEWUSER|CLONE_NEWUTS", or "0". */
QString flagNames(const QList<NsKind> &kinds);

} // namespace nsw
