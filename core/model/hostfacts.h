// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/facets.h"

/** What the planner has to know of the machine and of who asks. Gathered by core/probe. */
namespace nsw
{

/** What a join target turned out to be. */
struct JoinFacts {
    JoinTarget target;
    NsKind kind = NsKind::Mount; ///< the kind it is to be joined as
    Errno error; ///< why it can't be opened; 0: it can
    std::optional<NsKind>
        actualKind; ///< of a namespace file; absent: not a namespace file, or a pid
    NamespaceIdentity identity; ///< of the namespace, as far as the kernel tells
    bool operator==(const JoinFacts &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("target", &JoinFacts::target),
                          field("kind", &JoinFacts::kind),
                          field("error", &JoinFacts::error),
                          field("actualKind", &JoinFacts::actualKind),
                          field("identity", &JoinFacts::identity)};
    }
};

/** A line of /etc/subuid or /etc/subgid that is the caller's (subuid(5)). */
struct SubordinateRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    bool operator==(const SubordinateRange &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("first", &SubordinateRange::first),
                          field("count", &SubordinateRange::count)};
    }
};

/** A system call that is not to be had: the kernel is too old, or a seccomp filter denies it. */
struct MissingCall {
    QString call;
    Errno error;
    bool operator==(const MissingCall &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("call", &MissingCall::call), field("error", &MissingCall::error)};
    }
};

/** What a link that is to be made outside must not get in the way of. */
struct OutsideNetwork {
    QStringList links; ///< the names that are taken
    QStringList networks; ///< addresses and routes, "192.0.2.0/24", but for the default ones
    bool hasIpv6 = false;
    bool operator==(const OutsideNetwork &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("links", &OutsideNetwork::links),
                          field("networks", &OutsideNetwork::networks),
                          field("hasIpv6", &OutsideNetwork::hasIpv6)};
    }
};

struct HostFacts {
    std::uint32_t uid = 0; ///< effective
    std::uint32_t gid = 0;
    bool sysAdmin = false; ///< CAP_SYS_ADMIN in the caller's own user namespace
    bool netAdmin = false; ///< CAP_NET_ADMIN there, at least to be had when it is needed
    bool chrooted
        = false; ///< the root is no mount point of the mount namespace: user namespaces are refused
    std::uint64_t userNamespace = 0; ///< inode of the caller's user namespace
    QList<MappedRange> uidMap; ///< of the caller's user namespace
    QList<MappedRange> gidMap;
    QList<SubordinateRange> subuids; ///< IDs outside that are set aside for the caller
    QList<SubordinateRange> subgids;
    bool setgroupsDenied = false; ///< in the caller's user namespace
    QList<NsKind> supported; ///< kinds with a link in /proc/self/ns
    QList<NsKind> exhausted; ///< kinds whose /proc/sys/user/max_*_namespaces is 0
    Errno userNamespaceError; ///< what an attempt at a user namespace came to; 0: it worked, or
                              ///< there was none
    QList<MissingCall> missing; ///< found by trying; empty when nothing was tried
    bool onBehalf = false; ///< whoever asks has fewer rights than the caller
    QString restriction; ///< a setting known to deny user namespaces, "kernel.…=…"; empty: none
    std::int64_t monotonicNow
        = 0; ///< seconds on CLOCK_MONOTONIC and CLOCK_BOOTTIME of the initial time namespace
    std::int64_t boottimeNow = 0;
    std::optional<OutsideNetwork> network; ///< where the configuration has a link outside
    QList<JoinFacts> joins; ///< one for each target and kind of the configuration
    bool operator==(const HostFacts &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("uid", &HostFacts::uid),
                          field("gid", &HostFacts::gid),
                          field("sysAdmin", &HostFacts::sysAdmin),
                          field("netAdmin", &HostFacts::netAdmin),
                          field("chrooted", &HostFacts::chrooted),
                          field("userNamespace", &HostFacts::userNamespace),
                          field("uidMap", &HostFacts::uidMap),
                          field("gidMap", &HostFacts::gidMap),
                          field("subuids", &HostFacts::subuids),
                          field("subgids", &HostFacts::subgids),
                          field("setgroupsDenied", &HostFacts::setgroupsDenied),
                          field("supported", &HostFacts::supported),
                          field("exhausted", &HostFacts::exhausted),
                          field("userNamespaceError", &HostFacts::userNamespaceError),
                          field("missing", &HostFacts::missing),
                          field("onBehalf", &HostFacts::onBehalf),
                          field("restriction", &HostFacts::restriction),
                          field("monotonicNow", &HostFacts::monotonicNow),
                          field("boottimeNow", &HostFacts::boottimeNow),
                          field("network", &HostFacts::network),
                          field("joins", &HostFacts::joins)};
    }
};

} // namespace nsw
