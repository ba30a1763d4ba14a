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
    facts.uidMap = {{0, 0, 4294967295}};
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
        facet.processes = {{{4711, 1}, 4705, u"sh"_s, u"sh"_s, u"S"_s, 0, 1},
                           {{4715, 2}, 4711, u"sleep"_s, u"sleep 1000"_s, u"S"_s, 0, 1}};
        return facet;
    }
    facet.processes
        = {{{1}, 0, u"systemd"_s, u"/sbin/init"_s, u"S"_s, 0, 1},
           {{812}, 1, u"dbus-daemon"_s, u"/usr/bin/dbus-daemon --system"_s, u"S"_s, 101, 1},
           {{4711}, 4705, u"sh"_s, u"sh"_s, u"S"_s, 1000, 1},
           {{4715}, 4711, u"sleep"_s, u"sleep 1000"_s, u"S"_s, 1000, 1}};
    for (std::int32_t pid = 1200; pid < 1260; ++pid) {
        facet.processes.append(
            {{pid}, 1, u"worker"_s, u"/usr/lib/worker --number %1"_s.arg(pid), u"S"_s, 1000, 4});
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
        facet.mounts.append({id,
                             1,
                             u"0:%1"_s.arg(id),
                             u"/"_s,
                             target,
                             {u"rw"_s, u"relatime"_s},
                             propagation,
                             filesystem,
                             source,
                             {u"rw"_s}});
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
    facet.uid = {id, id, id, id};
    facet.gid = facet.uid;
    facet.uidMap
        = inside ? QList<MappedRange>{{0, 1000, 1}} : QList<MappedRange>{{0, 0, 4294967295}};
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
    facet.links.append({1,
                        u"lo"_s,
                        {},
                        u"unknown"_s,
                        {u"UP"_s, u"LOOPBACK"_s},
                        65536,
                        u"00:00:00:00:00:00"_s,
                        {}});
    facet.addresses.append({1, u"lo"_s, u"inet"_s, u"127.0.0.1"_s, 8, u"host"_s});
    if (!inside) {
        facet.links.append({2,
                            u"enp3s0"_s,
                            {},
                            u"up"_s,
                            {u"UP"_s, u"RUNNING"_s},
                            1500,
                            u"52:54:00:12:34:56"_s,
                            {}});
        facet.addresses.append({2, u"enp3s0"_s, u"inet"_s, u"192.168.1.20"_s, 24, u"global"_s});
        facet.addresses.append(
            {2, u"enp3s0"_s, u"inet6"_s, u"fe80::5054:ff:fe12:3456"_s, 64, u"link"_s});
        facet.routes.append({u"inet"_s, u"default"_s, u"192.168.1.1"_s, u"enp3s0"_s, 254, 100});
    }
    return facet;
}

IpcFacet ipc(bool inside)
{
    IpcFacet facet;
    if (!inside) {
        facet.messageQueues.append({0x4d2, 0, 1000, 1000, 0644, 2, 64, 812});
        facet.sharedMemory.append({0x1f, 3, 1000, 1000, 0600, 2, 4194304, 812});
    }
    return facet;
}

CgroupFacet cgroup(bool inside)
{
    CgroupFacet facet;
    facet.path = inside ? u"/"_s : u"/user.slice/user-1000.slice/session-2.scope"_s;
    facet.hierarchies = {{0, {}, facet.path}};
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

void addSide(SessionState &state, Side side)
{
    const bool inside = side == Side::Inside;
    const auto user = kFirstInode + (inside ? 700 : 0) + static_cast<std::uint64_t>(NsKind::User);
    const QList<Facet> facets{namespaces(kFirstInode + (inside ? 700 : 0), user),
                              uts(inside),
                              ipc(inside),
                              processes(inside),
                              mounts(inside),
                              users(inside),
                              network(inside),
                              cgroup(inside),
                              clocks(inside)};
    for (const Facet &facet : facets) {
        reduce(state, FacetEvent{u"red"_s, side, kindOf(facet), facet});
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
    event.result = error != 0 ? -1 : (step.n == 1 ? 4711 : 0);
    event.error = Errno{error};
    event.durationUs = step.n == 1 ? 531 : 4 + (step.n * 7) % 19;
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
            reduce(state, EndEvent{u"red"_s, 125});
            return state;
        }
    }
    addSide(state, Side::Inside);
    reduce(state, OutputEvent{u"red"_s, Stream::Stdout, "red\n"});
    return state;
}

} // namespace

Configuration sampleConfiguration()
{
    Container container;
    container.name = u"red"_s;
    NewMount mount;
    mount.mounts = {{MountType::Tmpfs, {}, u"/mnt"_s, {}}};
    container.namespaces = {.user = NewUser{},
                            .mount = mount,
                            .pid = NewPid{},
                            .uts = NewUts{u"red"_s, u"lab"_s},
                            .ipc = NewIpc{},
                            .network = NewNetwork{},
                            .cgroup = NewCgroup{},
                            .time = NewTime{86400, 0}};
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
