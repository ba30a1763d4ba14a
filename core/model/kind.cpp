// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kind.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

// The bits are those of <linux/sched.h>; the model makes no system call and includes no header of
// it.
constexpr std::array<KindInfo, 8> kKinds{{
    {.kind = NsKind::Mount,
     .flagName = "CLONE_NEWNS"_L1,
     .flag = 0x00020000,
     .procName = "mnt"_L1,
     .limitFile = "max_mnt_namespaces"_L1,
     .since = "2.4.19"_L1,
     .unshareOption = "--mount"_L1,
     .nsenterOption = "--mount"_L1,
     .manPage = "mount_namespaces(7)"_L1},
    {.kind = NsKind::Uts,
     .flagName = "CLONE_NEWUTS"_L1,
     .flag = 0x04000000,
     .procName = "uts"_L1,
     .limitFile = "max_uts_namespaces"_L1,
     .since = "2.6.19"_L1,
     .unshareOption = "--uts"_L1,
     .nsenterOption = "--uts"_L1,
     .manPage = "uts_namespaces(7)"_L1},
    {.kind = NsKind::Ipc,
     .flagName = "CLONE_NEWIPC"_L1,
     .flag = 0x08000000,
     .procName = "ipc"_L1,
     .limitFile = "max_ipc_namespaces"_L1,
     .since = "2.6.19"_L1,
     .unshareOption = "--ipc"_L1,
     .nsenterOption = "--ipc"_L1,
     .manPage = "ipc_namespaces(7)"_L1},
    {.kind = NsKind::Pid,
     .flagName = "CLONE_NEWPID"_L1,
     .flag = 0x20000000,
     .procName = "pid"_L1,
     .limitFile = "max_pid_namespaces"_L1,
     .since = "2.6.24"_L1,
     .unshareOption = "--pid"_L1,
     .nsenterOption = "--pid"_L1,
     .manPage = "pid_namespaces(7)"_L1},
    {.kind = NsKind::Network,
     .flagName = "CLONE_NEWNET"_L1,
     .flag = 0x40000000,
     .procName = "net"_L1,
     .limitFile = "max_net_namespaces"_L1,
     .since = "2.6.29"_L1,
     .unshareOption = "--net"_L1,
     .nsenterOption = "--net"_L1,
     .manPage = "network_namespaces(7)"_L1},
    {.kind = NsKind::User,
     .flagName = "CLONE_NEWUSER"_L1,
     .flag = 0x10000000,
     .procName = "user"_L1,
     .limitFile = "max_user_namespaces"_L1,
     .since = "3.8"_L1,
     .unshareOption = "--user"_L1,
     .nsenterOption = "--user"_L1,
     .manPage = "user_namespaces(7)"_L1},
    {.kind = NsKind::Cgroup,
     .flagName = "CLONE_NEWCGROUP"_L1,
     .flag = 0x02000000,
     .procName = "cgroup"_L1,
     .limitFile = "max_cgroup_namespaces"_L1,
     .since = "4.6"_L1,
     .unshareOption = "--cgroup"_L1,
     .nsenterOption = "--cgroup"_L1,
     .manPage = "cgroup_namespaces(7)"_L1},
    {.kind = NsKind::Time,
     .flagName = "CLONE_NEWTIME"_L1,
     .flag = 0x00000080,
     .procName = "time"_L1,
     .limitFile = "max_time_namespaces"_L1,
     .since = "5.6"_L1,
     .unshareOption = "--time"_L1,
     .nsenterOption = "--time"_L1,
     .manPage = "time_namespaces(7)"_L1},
}};

} // namespace

const KindInfo &infoOf(NsKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}

std::optional<NsKind> kindOfProcName(QLatin1StringView procName)
{
    const auto found = std::ranges::find(kKinds, procName, &KindInfo::procName);
    return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

std::uint64_t flagsOf(const QList<NsKind> &kinds)
{
    std::uint64_t flags = 0;
    for (const NsKind kind : kinds) {
        flags |= infoOf(kind).flag;
    }
    return flags;
}

QString flagNames(const QList<NsKind> &kinds)
{
    QStringList names;
    for (const NsKind kind : kinds) {
        names << infoOf(kind).flagName;
    }
    return names.isEmpty() ? u"0"_s : names.join(u'|');
}

} // namespace nsw
