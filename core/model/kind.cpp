// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kind.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace nsw {

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace {

// The bits are those of <linux/sched.h>; the model makes no system call and includes no header of it.
constexpr std::array<KindInfo, 8> kKinds{{
    {NsKind::Mount, "CLONE_NEWNS"_L1, 0x00020000, "mnt"_L1, "max_mnt_namespaces"_L1, "2.4.19"_L1,
     "--mount"_L1, "--mount"_L1, "mount_namespaces(7)"_L1},
    {NsKind::Uts, "CLONE_NEWUTS"_L1, 0x04000000, "uts"_L1, "max_uts_namespaces"_L1, "2.6.19"_L1,
     "--uts"_L1, "--uts"_L1, "uts_namespaces(7)"_L1},
    {NsKind::Ipc, "CLONE_NEWIPC"_L1, 0x08000000, "ipc"_L1, "max_ipc_namespaces"_L1, "2.6.19"_L1,
     "--ipc"_L1, "--ipc"_L1, "ipc_namespaces(7)"_L1},
    {NsKind::Pid, "CLONE_NEWPID"_L1, 0x20000000, "pid"_L1, "max_pid_namespaces"_L1, "2.6.24"_L1,
     "--pid"_L1, "--pid"_L1, "pid_namespaces(7)"_L1},
    {NsKind::Network, "CLONE_NEWNET"_L1, 0x40000000, "net"_L1, "max_net_namespaces"_L1, "2.6.29"_L1,
     "--net"_L1, "--net"_L1, "network_namespaces(7)"_L1},
    {NsKind::User, "CLONE_NEWUSER"_L1, 0x10000000, "user"_L1, "max_user_namespaces"_L1, "3.8"_L1,
     "--user"_L1, "--user"_L1, "user_namespaces(7)"_L1},
    {NsKind::Cgroup, "CLONE_NEWCGROUP"_L1, 0x02000000, "cgroup"_L1, "max_cgroup_namespaces"_L1,
     "4.6"_L1, "--cgroup"_L1, "--cgroup"_L1, "cgroup_namespaces(7)"_L1},
    {NsKind::Time, "CLONE_NEWTIME"_L1, 0x00000080, "time"_L1, "max_time_namespaces"_L1, "5.6"_L1,
     "--time"_L1, "--time"_L1, "time_namespaces(7)"_L1},
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
