// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/kind.h"

#include <variant>

/**
 * Facets: what a process sees of the machine, one value for each concern. The same code takes them
 * inside and outside, so that two of them can be compared as values. Nothing in them changes by
 * itself from one moment to the next: an unchanged machine gives an equal facet.
 */
namespace nsw
{

enum class FacetKind : std::uint8_t {
    Namespaces,
    Uts,
    Ipc,
    Processes,
    Mounts,
    Users,
    Network,
    Cgroup,
    Time,
};
template<>
struct EnumNames<FacetKind> {
    static constexpr std::array<QLatin1StringView, 9> kValues{
        QLatin1StringView("namespaces"),
        QLatin1StringView("uts"),
        QLatin1StringView("ipc"),
        QLatin1StringView("processes"),
        QLatin1StringView("mounts"),
        QLatin1StringView("users"),
        QLatin1StringView("network"),
        QLatin1StringView("cgroup"),
        QLatin1StringView("time"),
    };
};
inline constexpr std::array kAllFacets{
    FacetKind::Namespaces,
    FacetKind::Uts,
    FacetKind::Ipc,
    FacetKind::Processes,
    FacetKind::Mounts,
    FacetKind::Users,
    FacetKind::Network,
    FacetKind::Cgroup,
    FacetKind::Time,
};

/** The kind of namespace that isolates this facet; Namespaces itself has none. */
std::optional<NsKind> kindOf(FacetKind facet);

enum class Side : std::uint8_t { Outside, Inside };
template<>
struct EnumNames<Side> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("outside"),
                                                              QLatin1StringView("inside")};
};

/** A namespace and what the kernel tells of its relations (ioctl_ns(2)). */
struct NamespaceIdentity {
    std::uint64_t inode = 0; ///< of nsfs; numbers are reused at once after a namespace is gone
    std::optional<std::uint64_t> id; ///< NS_GET_ID, never reused (Linux 6.18)
    std::optional<std::uint64_t> owner; ///< inode of the user namespace that owns it
    std::optional<std::uint64_t> parent; ///< inode of its parent, for user and PID namespaces
    std::optional<std::uint32_t> ownerUid; ///< of a user namespace: NS_GET_OWNER_UID
    bool operator==(const NamespaceIdentity &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("inode", &NamespaceIdentity::inode),
                          field("id", &NamespaceIdentity::id),
                          field("owner", &NamespaceIdentity::owner),
                          field("parent", &NamespaceIdentity::parent),
                          field("ownerUid", &NamespaceIdentity::ownerUid)};
    }
};

/** A kind is absent where the kernel does not know it or does not let us look; diagnostics say
 * which. */
struct NamespacesFacet {
    static constexpr FacetKind kKind = FacetKind::Namespaces;
    std::optional<NamespaceIdentity> mount;
    std::optional<NamespaceIdentity> uts;
    std::optional<NamespaceIdentity> ipc;
    std::optional<NamespaceIdentity> pid;
    std::optional<NamespaceIdentity> network;
    std::optional<NamespaceIdentity> user;
    std::optional<NamespaceIdentity> cgroup;
    std::optional<NamespaceIdentity> time;
    QList<Error> diagnostics;
    bool operator==(const NamespacesFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mount", &NamespacesFacet::mount),
                          field("uts", &NamespacesFacet::uts),
                          field("ipc", &NamespacesFacet::ipc),
                          field("pid", &NamespacesFacet::pid),
                          field("network", &NamespacesFacet::network),
                          field("user", &NamespacesFacet::user),
                          field("cgroup", &NamespacesFacet::cgroup),
                          field("time", &NamespacesFacet::time),
                          field("diagnostics", &NamespacesFacet::diagnostics)};
    }
    [[nodiscard]] const std::optional<NamespaceIdentity> &of(NsKind kind) const;
    [[nodiscard]] std::optional<NamespaceIdentity> &of(NsKind kind);
};

/** uname(2). */
struct UtsFacet {
    static constexpr FacetKind kKind = FacetKind::Uts;
    QString nodename;
    QString domainname;
    QString sysname;
    QString release;
    QString version;
    QString machine;
    QList<Error> diagnostics;
    bool operator==(const UtsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("nodename", &UtsFacet::nodename),
                          field("domainname", &UtsFacet::domainname),
                          field("sysname", &UtsFacet::sysname),
                          field("release", &UtsFacet::release),
                          field("version", &UtsFacet::version),
                          field("machine", &UtsFacet::machine),
                          field("diagnostics", &UtsFacet::diagnostics)};
    }
};

/** A line of /proc/sysvipc/{msg,sem,shm} (sysvipc(7), proc_sysvipc(5)). */
struct SysvObject {
    std::int32_t key = 0;
    std::int32_t id = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mode = 0; ///< permission bits, as chmod takes them
    std::uint64_t count = 0; ///< messages in the queue, semaphores in the set, processes attached
    std::uint64_t bytes = 0; ///< bytes in the queue, size of the segment; 0 for semaphores
    std::int32_t lastPid = 0; ///< last to send, or last to attach or detach; 0 for semaphores
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
                          field("lastPid", &SysvObject::lastPid)};
    }
};

/** A POSIX message queue (mq_overview(7)). */
struct PosixQueue {
    QString name; ///< with its leading slash
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mode = 0;
    std::uint64_t bytes = 0; ///< QSIZE
    bool operator==(const PosixQueue &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &PosixQueue::name),
                          field("uid", &PosixQueue::uid),
                          field("gid", &PosixQueue::gid),
                          field("mode", &PosixQueue::mode),
                          field("bytes", &PosixQueue::bytes)};
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

struct Process {
    QList<std::int32_t> pids; ///< NSpid: from the reader's PID namespace to the process's own
    std::int32_t parent = 0; ///< pid of the parent in the reader's PID namespace; 0: none in it
    QString name; ///< comm, at most 15 bytes
    QString command; ///< the command line; empty for kernel threads and zombies
    QString state; ///< one letter, proc_pid_stat(5)
    std::uint32_t uid = 0; ///< effective, in the reader's user namespace
    std::int32_t threads = 1;
    bool operator==(const Process &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("pids", &Process::pids),
                          field("parent", &Process::parent),
                          field("name", &Process::name),
                          field("command", &Process::command),
                          field("state", &Process::state),
                          field("uid", &Process::uid),
                          field("threads", &Process::threads)};
    }
};

/**
 * The processes of a PID namespace and of its descendants. Inside and outside are both read through
 * the outer /proc, so that each row has the PID at every level.
 */
struct ProcessesFacet {
    static constexpr FacetKind kKind = FacetKind::Processes;
    std::int32_t level = 0; ///< the index in Process::pids of the PID that this side itself uses
    QList<Process> processes;
    QList<Error> diagnostics;
    bool operator==(const ProcessesFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("level", &ProcessesFacet::level),
                          field("processes", &ProcessesFacet::processes),
                          field("diagnostics", &ProcessesFacet::diagnostics)};
    }
};

/** A line of /proc/PID/mountinfo (proc_pid_mountinfo(5)). */
struct MountPoint {
    std::int32_t id = 0;
    std::int32_t parent = 0;
    QString device; ///< "major:minor"
    QString root; ///< the part of the file system that is mounted
    QString target;
    QStringList options; ///< of this mount
    QStringList propagation; ///< optional fields: "shared:1", "master:2", "unbindable"
    QString filesystem;
    QString source;
    QStringList superOptions; ///< of the file system
    bool operator==(const MountPoint &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &MountPoint::id),
                          field("parent", &MountPoint::parent),
                          field("device", &MountPoint::device),
                          field("root", &MountPoint::root),
                          field("target", &MountPoint::target),
                          field("options", &MountPoint::options),
                          field("propagation", &MountPoint::propagation),
                          field("filesystem", &MountPoint::filesystem),
                          field("source", &MountPoint::source),
                          field("superOptions", &MountPoint::superOptions)};
    }
};

struct MountsFacet {
    static constexpr FacetKind kKind = FacetKind::Mounts;
    QList<MountPoint> mounts;
    QList<Error> diagnostics;
    bool operator==(const MountsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mounts", &MountsFacet::mounts),
                          field("diagnostics", &MountsFacet::diagnostics)};
    }
};

/** A line of /proc/PID/uid_map or gid_map as the reader sees it. */
struct MappedRange {
    std::uint32_t inside = 0;
    std::uint32_t outside = 0;
    std::uint32_t count = 0;
    bool operator==(const MappedRange &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("inside", &MappedRange::inside),
                          field("outside", &MappedRange::outside),
                          field("count", &MappedRange::count)};
    }
};

/** The four user or group ids of a process (credentials(7)). */
struct IdSet {
    std::uint32_t real = 0;
    std::uint32_t effective = 0;
    std::uint32_t saved = 0;
    std::uint32_t filesystem = 0;
    bool operator==(const IdSet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("real", &IdSet::real),
                          field("effective", &IdSet::effective),
                          field("saved", &IdSet::saved),
                          field("filesystem", &IdSet::filesystem)};
    }
};

/** The five capability sets by name, "cap_sys_admin" (capabilities(7)). */
struct CapabilitySets {
    QStringList inheritable;
    QStringList permitted;
    QStringList effective;
    QStringList bounding;
    QStringList ambient;
    bool operator==(const CapabilitySets &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("inheritable", &CapabilitySets::inheritable),
                          field("permitted", &CapabilitySets::permitted),
                          field("effective", &CapabilitySets::effective),
                          field("bounding", &CapabilitySets::bounding),
                          field("ambient", &CapabilitySets::ambient)};
    }
};

struct UsersFacet {
    static constexpr FacetKind kKind = FacetKind::Users;
    IdSet uid;
    IdSet gid;
    QList<std::uint32_t> groups;
    QList<MappedRange> uidMap;
    QList<MappedRange> gidMap;
    QString setgroups; ///< "allow" or "deny"
    CapabilitySets capabilities;
    bool noNewPrivs = false;
    QList<Error> diagnostics;
    bool operator==(const UsersFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("uid", &UsersFacet::uid),
                          field("gid", &UsersFacet::gid),
                          field("groups", &UsersFacet::groups),
                          field("uidMap", &UsersFacet::uidMap),
                          field("gidMap", &UsersFacet::gidMap),
                          field("setgroups", &UsersFacet::setgroups),
                          field("capabilities", &UsersFacet::capabilities),
                          field("noNewPrivs", &UsersFacet::noNewPrivs),
                          field("diagnostics", &UsersFacet::diagnostics)};
    }
};

struct Link {
    std::int32_t index = 0;
    QString name;
    QString kind; ///< "veth", "bridge", …; empty for lo and physical devices
    QString state; ///< operational state, RFC 2863: "up", "down", "unknown", …
    QStringList flags; ///< "UP", "LOOPBACK", "RUNNING", … (netdevice(7))
    std::uint32_t mtu = 0; ///< bytes
    QString address; ///< hardware address, "00:00:00:00:00:00"
    std::optional<std::int32_t> peerIndex; ///< IFLA_LINK of a veth: the index of its other end
    bool operator==(const Link &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("index", &Link::index),
                          field("name", &Link::name),
                          field("kind", &Link::kind),
                          field("state", &Link::state),
                          field("flags", &Link::flags),
                          field("mtu", &Link::mtu),
                          field("address", &Link::address),
                          field("peerIndex", &Link::peerIndex)};
    }
};

struct InterfaceAddress {
    std::int32_t index = 0; ///< of the link
    QString link; ///< its name
    QString family; ///< "inet" or "inet6"
    QString address;
    std::int32_t prefixLength = 0;
    QString scope; ///< "global", "link", "host", …
    bool operator==(const InterfaceAddress &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("index", &InterfaceAddress::index),
                          field("link", &InterfaceAddress::link),
                          field("family", &InterfaceAddress::family),
                          field("address", &InterfaceAddress::address),
                          field("prefixLength", &InterfaceAddress::prefixLength),
                          field("scope", &InterfaceAddress::scope)};
    }
};

struct Route {
    QString family; ///< "inet" or "inet6"
    QString destination; ///< "default" or "10.0.0.0/8"
    QString gateway; ///< empty: on the link
    QString link;
    std::uint32_t table = 0; ///< 254 is main, 255 local
    std::uint32_t metric = 0;
    bool operator==(const Route &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("family", &Route::family),
                          field("destination", &Route::destination),
                          field("gateway", &Route::gateway),
                          field("link", &Route::link),
                          field("table", &Route::table),
                          field("metric", &Route::metric)};
    }
};

/** Links, addresses and routes, by rtnetlink(7). */
struct NetworkFacet {
    static constexpr FacetKind kKind = FacetKind::Network;
    QList<Link> links;
    QList<InterfaceAddress> addresses;
    QList<Route> routes; ///< of table main
    QList<Error> diagnostics;
    bool operator==(const NetworkFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("links", &NetworkFacet::links),
                          field("addresses", &NetworkFacet::addresses),
                          field("routes", &NetworkFacet::routes),
                          field("diagnostics", &NetworkFacet::diagnostics)};
    }
};

/** A line of /proc/PID/cgroup (cgroups(7)). */
struct CgroupPath {
    std::int32_t hierarchy = 0; ///< 0: the unified hierarchy, version 2
    QStringList controllers;
    QString path;
    bool operator==(const CgroupPath &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hierarchy", &CgroupPath::hierarchy),
                          field("controllers", &CgroupPath::controllers),
                          field("path", &CgroupPath::path)};
    }
};

struct CgroupFacet {
    static constexpr FacetKind kKind = FacetKind::Cgroup;
    QString path; ///< in the unified hierarchy, else in the first one
    QList<CgroupPath> hierarchies;
    QList<Error> diagnostics;
    bool operator==(const CgroupFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("path", &CgroupFacet::path),
                          field("hierarchies", &CgroupFacet::hierarchies),
                          field("diagnostics", &CgroupFacet::diagnostics)};
    }
};

/** Clocks, in whole seconds (time_namespaces(7)). */
struct TimeFacet {
    static constexpr FacetKind kKind = FacetKind::Time;
    std::int64_t monotonicOffset = 0; ///< as /proc/PID/timens_offsets has it
    std::int64_t boottimeOffset = 0;
    std::int64_t monotonicZero = 0; ///< Unix time at which CLOCK_MONOTONIC, as read here, was 0
    std::int64_t boottimeZero = 0; ///< Unix time at which CLOCK_BOOTTIME, as read here, was 0
    QList<Error> diagnostics;
    bool operator==(const TimeFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("monotonicOffset", &TimeFacet::monotonicOffset),
                          field("boottimeOffset", &TimeFacet::boottimeOffset),
                          field("monotonicZero", &TimeFacet::monotonicZero),
                          field("boottimeZero", &TimeFacet::boottimeZero),
                          field("diagnostics", &TimeFacet::diagnostics)};
    }
};

/** In the order of FacetKind. */
using Facet = std::variant<NamespacesFacet,
                           UtsFacet,
                           IpcFacet,
                           ProcessesFacet,
                           MountsFacet,
                           UsersFacet,
                           NetworkFacet,
                           CgroupFacet,
                           TimeFacet>;

FacetKind kindOf(const Facet &facet);

/** What could not be read while the facet was taken. */
const QList<Error> &diagnosticsOf(const Facet &facet);

/** A facet is written as its fields alone: its kind stands beside it, in the event. */
void writeFacet(const Facet &facet, QCborStreamWriter &to);
QCborValue encodeFacet(const Facet &facet);

} // namespace nsw
