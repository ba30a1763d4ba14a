// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/samplestate.h"

#include "core/plan/planner.h"

#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::uint64_t kFirstInode = 4026531834;

HostFacts sampleFacts()
{
    HostFacts facts;
    facts.uid = 1000;
    facts.gid = 1000;
    facts.uidMap = {{.inside = 0, .outside = 0, .count = 4294967295}};
    facts.gidMap = facts.uidMap;
    facts.userNamespace = kFirstInode + 5;
    facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    facts.monotonicNow = 8000;
    facts.boottimeNow = 8000;
    return facts;
}

NamespacesFacet namespaces(std::uint64_t first, std::uint64_t user)
{
    NamespacesFacet facet;
    for (const NsKind kind : kAllKinds) {
        NamespaceIdentity identity;
        identity.inode = first + static_cast<std::uint64_t>(kind);
        identity.owner = user;
        facet.of(kind) = identity;
    }
    return facet;
}

ProcessesFacet processes(bool inside)
{
    ProcessesFacet facet;
    if (inside) {
        facet.level = 1;
        facet.processes = {{.pids = {4711, 1},
                            .parent = 4705,
                            .name = u"sh"_s,
                            .command = u"sh"_s,
                            .state = u"S"_s,
                            .uid = 0,
                            .threads = 1},
                           {.pids = {4715, 2},
                            .parent = 4711,
                            .name = u"sleep"_s,
                            .command = u"sleep 1000"_s,
                            .state = u"S"_s,
                            .uid = 0,
                            .threads = 1}};
        return facet;
    }
    facet.processes = {{.pids = {1},
                        .parent = 0,
                        .name = u"systemd"_s,
                        .command = u"/sbin/init"_s,
                        .state = u"S"_s,
                        .uid = 0,
                        .threads = 1},
                       {.pids = {812},
                        .parent = 1,
                        .name = u"dbus-daemon"_s,
                        .command = u"/usr/bin/dbus-daemon --system"_s,
                        .state = u"S"_s,
                        .uid = 101,
                        .threads = 1},
                       {.pids = {4711},
                        .parent = 4705,
                        .name = u"sh"_s,
                        .command = u"sh"_s,
                        .state = u"S"_s,
                        .uid = 1000,
                        .threads = 1},
                       {.pids = {4715},
                        .parent = 4711,
                        .name = u"sleep"_s,
                        .command = u"sleep 1000"_s,
                        .state = u"S"_s,
                        .uid = 1000,
                        .threads = 1}};
    for (std::int32_t pid = 1200; pid < 1260; ++pid) {
        facet.processes.append({.pids = {pid},
                                .parent = 1,
                                .name = u"worker"_s,
                                .command = u"/usr/lib/worker --number %1"_s.arg(pid),
                                .state = u"S"_s,
                                .uid = 1000,
                                .threads = 4});
    }
    return facet;
}

MountsFacet mounts(bool inside)
{
    MountsFacet facet;
    const auto add = [&facet](const QString &target,
                              const QString &filesystem,
                              const QString &source,
                              const QStringList &propagation) {
        const auto id = static_cast<std::int32_t>(30 + facet.mounts.size());
        facet.mounts.append({.id = id,
                             .parent = facet.mounts.isEmpty() ? 1 : 30,
                             .device = u"0:%1"_s.arg(id),
                             .root = u"/"_s,
                             .target = target,
                             .options = {u"rw"_s, u"relatime"_s},
                             .propagation = propagation,
                             .filesystem = filesystem,
                             .source = source,
                             .superOptions = {u"rw"_s}});
    };
    const QStringList propagation = inside ? QStringList{} : QStringList{u"shared:1"_s};
    add(u"/"_s, u"ext4"_s, u"/dev/sda2"_s, propagation);
    add(u"/proc"_s, u"proc"_s, u"proc"_s, propagation);
    add(u"/sys"_s, u"sysfs"_s, u"sysfs"_s, propagation);
    add(u"/dev"_s, u"devtmpfs"_s, u"udev"_s, propagation);
    add(u"/run"_s, u"tmpfs"_s, u"tmpfs"_s, propagation);
    add(u"/home"_s, u"ext4"_s, u"/dev/sda3"_s, propagation);
    if (inside) {
        add(u"/mnt"_s, u"tmpfs"_s, u"tmpfs"_s, {});
        add(u"/proc"_s, u"proc"_s, u"proc"_s, {});
    }
    return facet;
}

UsersFacet users(bool inside)
{
    UsersFacet facet;
    const std::uint32_t id = inside ? 0 : 1000;
    facet.uid = {.real = id, .effective = id, .saved = id, .filesystem = id};
    facet.gid = facet.uid;
    facet.uidMap = inside ? QList<MappedRange>{{.inside = 0, .outside = 1000, .count = 1}}
                          : QList<MappedRange>{{.inside = 0, .outside = 0, .count = 4294967295}};
    facet.gidMap = facet.uidMap;
    facet.setgroups = inside ? u"deny"_s : u"allow"_s;
    if (inside) {
        facet.capabilities.effective = {u"cap_chown"_s, u"cap_sys_admin"_s, u"cap_net_admin"_s};
        facet.capabilities.permitted = facet.capabilities.effective;
    }
    return facet;
}

NetworkFacet network(bool inside)
{
    NetworkFacet facet;
    facet.links.append({.index = 1,
                        .name = u"lo"_s,
                        .kind = {},
                        .state = u"unknown"_s,
                        .flags = {u"UP"_s, u"LOOPBACK"_s},
                        .mtu = 65536,
                        .address = u"00:00:00:00:00:00"_s,
                        .peerIndex = {}});
    facet.addresses.append({.index = 1,
                            .link = u"lo"_s,
                            .family = u"inet"_s,
                            .address = u"127.0.0.1"_s,
                            .prefixLength = 8,
                            .scope = u"host"_s});
    if (!inside) {
        facet.links.append({.index = 2,
                            .name = u"enp3s0"_s,
                            .kind = {},
                            .state = u"up"_s,
                            .flags = {u"UP"_s, u"RUNNING"_s},
                            .mtu = 1500,
                            .address = u"52:54:00:12:34:56"_s,
                            .peerIndex = {}});
        facet.addresses.append({.index = 2,
                                .link = u"enp3s0"_s,
                                .family = u"inet"_s,
                                .address = u"192.168.1.20"_s,
                                .prefixLength = 24,
                                .scope = u"global"_s});
        facet.addresses.append({.index = 2,
                                .link = u"enp3s0"_s,
                                .family = u"inet6"_s,
                                .address = u"fe80::5054:ff:fe12:3456"_s,
                                .prefixLength = 64,
                                .scope = u"link"_s});
        facet.routes.append({.family = u"inet"_s,
                             .destination = u"default"_s,
                             .gateway = u"192.168.1.1"_s,
                             .link = u"enp3s0"_s,
                             .table = 254,
                             .metric = 100});
    }
    return facet;
}

IpcFacet ipc(bool inside)
{
    IpcFacet facet;
    if (!inside) {
        facet.messageQueues.append({.key = 0x4d2,
                                    .id = 0,
                                    .uid = 1000,
                                    .gid = 1000,
                                    .mode = 0644,
                                    .count = 2,
                                    .bytes = 64,
                                    .lastPid = 812});
        facet.semaphoreSets.append(
            {.key = 0x2a, .id = 1, .uid = 1000, .gid = 1000, .mode = 0660, .count = 2});
        facet.sharedMemory.append({.key = 0x1f,
                                   .id = 3,
                                   .uid = 1000,
                                   .gid = 1000,
                                   .mode = 0600,
                                   .count = 2,
                                   .bytes = 4194304,
                                   .lastPid = 812});
    }
    return facet;
}

CgroupFacet cgroup(bool inside)
{
    CgroupFacet facet;
    facet.path = inside ? u"/"_s : u"/user.slice/user-1000.slice/session-2.scope"_s;
    facet.hierarchies = {{.hierarchy = 0, .controllers = {}, .path = facet.path}};
    return facet;
}

TimeFacet clocks(bool inside)
{
    TimeFacet facet;
    facet.monotonicOffset = inside ? 86400 : 0;
    facet.monotonicZero = 1790000000 - facet.monotonicOffset;
    facet.boottimeZero = 1790000000;
    return facet;
}

UtsFacet uts(bool inside)
{
    UtsFacet facet;
    facet.nodename = inside ? u"red"_s : u"tuxedo"_s;
    facet.domainname = inside ? u"lab"_s : u"(none)"_s;
    facet.sysname = u"Linux"_s;
    facet.release = u"6.18.5"_s;
    facet.version = u"#1 SMP PREEMPT_DYNAMIC"_s;
    facet.machine = u"x86_64"_s;
    return facet;
}

SocketsFacet sockets(bool inside)
{
    SocketsFacet facet;
    facet.sockets = {{.protocol = u"tcp"_s,
                      .family = u"inet"_s,
                      .state = u"LISTEN"_s,
                      .localAddress = u"127.0.0.1"_s,
                      .localPort = 631,
                      .inode = 21001,
                      .pids = {812}}};
    if (inside) {
        facet.sockets.clear();
        return facet;
    }
    facet.unixSockets = {{.type = u"stream"_s,
                          .state = u"LISTEN"_s,
                          .path = u"/run/dbus/system_bus_socket"_s,
                          .uid = 0,
                          .inode = 21002,
                          .pids = {1, 812}},
                         {.type = u"stream"_s,
                          .state = u"ESTAB"_s,
                          .path = u"/run/dbus/system_bus_socket"_s,
                          .uid = 0,
                          .inode = 21003,
                          .peer = 21004,
                          .pids = {812},
                          .peerPids = {1}},
                         {.type = u"dgram"_s,
                          .state = u"UNCONN"_s,
                          .path = u"@/tmp/.X11-unix/X0"_s,
                          .uid = 1000,
                          .inode = 21005}};
    return facet;
}

RoutingFacet routing(bool inside)
{
    RoutingFacet facet;
    facet.routes = {{.family = u"inet"_s,
                     .destination = u"127.0.0.0/8"_s,
                     .link = u"lo"_s,
                     .table = 255,
                     .type = u"local"_s}};
    facet.rules = {{.family = u"inet"_s, .priority = 0, .table = 255, .action = u"lookup"_s},
                   {.family = u"inet"_s, .priority = 32766, .table = 254, .action = u"lookup"_s},
                   {.family = u"inet"_s, .priority = 32767, .table = 253, .action = u"lookup"_s}};
    if (!inside) {
        facet.rules.insert(1,
                           {.family = u"inet"_s,
                            .priority = 1000,
                            .source = u"10.98.0.0/16"_s,
                            .mark = 5,
                            .table = 77,
                            .action = u"lookup"_s});
    }
    return facet;
}

SemaphoresFacet semaphores(bool inside)
{
    SemaphoresFacet facet;
    if (!inside) {
        facet.sets = {{.id = 1,
                       .semaphores = {{.value = 3, .lastPid = 812},
                                      {.value = 0, .lastPid = 812, .waiting = 1}}}};
    }
    return facet;
}

/** Those of the side; a worker elsewhere has an own host name and own mounts. */
void putNamespaces(ProcessesFacet &facet)
{
    for (Process &process : facet.processes) {
        const bool isInside = process.pids.size() > 1 || process.pids.first() > 4700;
        const bool isElsewhere = process.pids.first() == 1203;
        for (const NsKind kind : kAllKinds) {
            const bool isOwn = isElsewhere && (kind == NsKind::Mount || kind == NsKind::Uts);
            const int offset = isOwn ? 900 : 0;
            process.namespaces << kFirstInode + static_cast<std::uint64_t>(kind)
                    + static_cast<std::uint64_t>(isInside ? 700 : offset);
        }
    }
}

RelationsFacet relations()
{
    constexpr std::uint64_t kElsewhere = kFirstInode + 900;
    RelationsFacet facet;
    for (const NsKind kind : {NsKind::Mount, NsKind::Uts}) {
        facet.namespaces << RelatedNamespace{
            .kind = kind,
            .identity = {.inode = kElsewhere + static_cast<std::uint64_t>(kind),
                         .owner = kFirstInode + static_cast<std::uint64_t>(NsKind::User)}};
    }
    return facet;
}

void addSide(SessionState &state, Side side)
{
    const bool inside = side == Side::Inside;
    const auto user = kFirstInode + (inside ? 700 : 0) + static_cast<std::uint64_t>(NsKind::User);
    ProcessesFacet seen = processes(inside);
    putNamespaces(seen);
    const QList<Facet> facets{namespaces(kFirstInode + (inside ? 700 : 0), user),
                              uts(inside),
                              ipc(inside),
                              seen,
                              mounts(inside),
                              users(inside),
                              network(inside),
                              cgroup(inside),
                              clocks(inside),
                              sockets(inside),
                              routing(inside),
                              semaphores(inside),
                              relations()};
    for (const Facet &facet : facets) {
        reduce(
            state,
            FacetEvent{.container = u"red"_s, .side = side, .kind = kindOf(facet), .facet = facet});
    }
}

StepEvent outcomeOf(const Step &step, int error)
{
    StepEvent event;
    event.container = u"red"_s;
    event.n = step.n;
    event.actor = step.actor;
    event.call = callOf(step.operation);
    event.args = argumentsOf(step.operation);
    if (error != 0) {
        event.result = -1;
    } else if (step.n == 1) {
        event.result = 4711;
    }
    event.error = Errno{error};
    event.durationUs = step.n == 1 ? 531 : 4 + ((step.n * 7) % 19);
    return event;
}

SessionState started(qsizetype failAt)
{
    SessionState state;
    ReadyEvent ready;
    ready.uid = 1000;
    reduce(state, ready);
    const Plan planned = plan(sampleConfiguration(), sampleFacts());
    reduce(state, PlanEvent{planned});
    addSide(state, Side::Outside);
    for (qsizetype i = 0; i < planned.steps.size(); ++i) {
        const bool fails = i == failAt;
        reduce(state, outcomeOf(planned.steps.at(i), fails ? EPERM : 0));
        if (fails) {
            reduce(state, EndEvent{.container = u"red"_s, .exit = 125});
            return state;
        }
    }
    addSide(state, Side::Inside);
    reduce(state, OutputEvent{.container = u"red"_s, .stream = Stream::Stdout, .text = "red\n"});
    return state;
}

} // namespace

Configuration sampleConfiguration()
{
    Container container;
    container.name = u"red"_s;
    NewMount mount;
    mount.mounts = {{.type = MountType::Tmpfs, .source = {}, .target = u"/mnt"_s, .options = {}}};
    container.namespaces = {.user = NewUser{},
                            .mount = mount,
                            .pid = NewPid{},
                            .uts = NewUts{.hostname = u"red"_s, .domainname = u"lab"_s},
                            .ipc = NewIpc{},
                            .network = NewNetwork{},
                            .cgroup = NewCgroup{},
                            .time = NewTime{.monotonicOffset = 86400, .boottimeOffset = 0}};
    container.command = {u"sh"_s};
    Configuration configuration;
    configuration.name = u"Red, on its own"_s;
    configuration.containers = {container};
    return configuration;
}

SessionState sampleOutside()
{
    SessionState state;
    addSide(state, Side::Outside);
    return state;
}

SessionState sampleRunning()
{
    return started(-1);
}

SessionState sampleFailed()
{
    return started(4);
}

} // namespace nsw
