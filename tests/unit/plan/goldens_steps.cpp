// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

using namespace nsw;

namespace
{

constexpr const char *kAllEight = R"({"name": "red", "namespaces": {
    "user": {"new": {"uidMap": [{"inside": 0, "outside": "self", "count": 1}],
                     "gidMap": [{"inside": 0, "outside": "self", "count": 1}], "setgroups": "deny"}},
    "mount": {"new": {"propagation": "private", "mounts": [{"type": "tmpfs", "target": "/mnt"},
        {"type": "bind", "source": "/etc", "target": "/mnt/etc", "options": ["ro"]}]}},
    "pid": {"new": {"mountProc": true}}, "uts": {"new": {"hostname": "red", "domainname": "lab"}},
    "ipc": {"new": {}}, "network": {"new": {"loopback": true}}, "cgroup": {"new": {}},
    "time": {"new": {"monotonicOffset": 86400, "boottimeOffset": 0}}},
    "command": ["sh"], "workingDirectory": "/", "environment": {"PS1": "red# "}})";

constexpr const char *kAllEightUnshare = R"({"method": "unshare", "namespaces": {
    "user": {"new": {}}, "mount": {"new": {}}, "pid": {"new": {}}, "uts": {"new": {"hostname": "red"}},
    "ipc": {"new": {}}, "network": {"new": {}}, "cgroup": {"new": {}},
    "time": {"new": {"monotonicOffset": 86400}}}, "command": ["sh"]})";

constexpr const char *kMounts
    = R"({"namespaces": {"user": {"new": {}}, "mount": {"new": {"mounts": [
    {"type": "tmpfs", "target": "/mnt/", "options": ["size=10%", "mode=755", "nosuid"]},
    {"type": "bind", "source": "/etc", "target": "/mnt/a/b"},
    {"type": "tmpfs", "target": "/mnt/a/b/c"},
    {"type": "mqueue", "target": "/mnt/a/queues", "options": ["noexec"]},
    {"type": "tmpfs", "target": "/mnt"},
    {"type": "bind", "source": "/usr", "target": "/mnt/a", "options": ["ro", "rbind"]}]}}}})";

QList<Golden> whole()
{
    return {
        {.name = "all eight, cloned", .container = kAllEight, .machine = asUser, .plan = R"(
outside clone3 mount,uts,ipc,pid,network,user,cgroup
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
inside unshare time
inside write timens_offsets monotonic 86400 0;boottime 0 0;
inside setns /proc/self/ns/time_for_children time
inside mount none / MS_REC|MS_PRIVATE
inside mount proc /proc proc MS_NOSUID|MS_NODEV|MS_NOEXEC
inside mount tmpfs /mnt tmpfs
inside mkdir /mnt/etc
inside mount /etc /mnt/etc MS_BIND|MS_REC
inside mount_setattr /mnt/etc recursive MOUNT_ATTR_RDONLY
inside sethostname red
inside setdomainname lab
inside ioctl lo
inside chdir /
inside execve sh PS1=red#
)"},
        {.name = "all eight, unshared",
         .container = kAllEightUnshare,
         .machine = asUser,
         .plan = R"(
outside clone3
inside unshare mount,uts,ipc,pid,network,user,cgroup,time
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
inside write timens_offsets monotonic 86400 0;boottime 0 0;
inside clone3 sibling
inside mount none / MS_REC|MS_PRIVATE
inside mount proc /proc proc MS_NOSUID|MS_NODEV|MS_NOEXEC
inside sethostname red
inside ioctl lo
inside execve sh
)"},
        {.name = "nothing new",
         .container = R"({"command": ["sh", "-c", "id"]})",
         .machine = asUser,
         .plan = R"(
outside clone3
inside execve sh -c id in a child
)"},
        {.name = "nothing new, unshared",
         .container = R"({"method": "unshare"})",
         .machine = asUser,
         .plan = "\noutside clone3\n"},
        {.name = "UTS alone as root",
         .container = R"({"namespaces": {"uts": {"new": {"domainname": "lab"}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 uts
inside setdomainname lab
)"},
        {.name = "network as it comes",
         .container = R"({"namespaces": {"network": {"new": {"loopback": false}}}})",
         .machine = asRoot,
         .plan = "\noutside clone3 network\n"},
    };
}

QList<Golden> pidAndTime()
{
    return {
        {.name = "the command is PID 1",
         .container
         = R"({"namespaces": {"pid": {"new": {"mountProc": false}}}, "command": ["sh"]})",
         .machine = asRoot,
         .plan = R"(
outside clone3 pid
inside execve sh
)"},
        {.name = "an init is PID 1",
         .container
         = R"({"namespaces": {"pid": {"new": {"mountProc": false, "init": true}}}, "command": ["sh"]})",
         .machine = asRoot,
         .plan = R"(
outside clone3 pid
inside execve sh in a child
)"},
        {.name = "PID, unshared: takes in children only",
         .container
         = R"({"method": "unshare", "namespaces": {"pid": {"new": {"mountProc": false}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3
inside unshare pid
inside clone3 sibling
)"},
        {.name = "time without offsets, cloned",
         .container = R"({"namespaces": {"time": {"new": {}}}})",
         .machine = asRoot,
         .plan = "\noutside clone3 time\n"},
        {.name = "time with offsets, cloned",
         .container = R"({"namespaces": {"time": {"new": {"boottimeOffset": -1000}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3
inside unshare time
inside write timens_offsets monotonic 0 0;boottime -1000 0;
inside setns /proc/self/ns/time_for_children time
)"},
        {.name = "time without offsets, unshared",
         .container = R"({"method": "unshare", "namespaces": {"time": {"new": {}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3
inside unshare time
inside clone3 sibling
)"},
        {.name = "time with offsets, unshared: written before the fork",
         .container
         = R"({"method": "unshare", "namespaces": {"time": {"new": {"monotonicOffset": 1}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3
inside unshare time
inside write timens_offsets monotonic 1 0;boottime 0 0;
inside clone3 sibling
)"},
    };
}

QList<Golden> users()
{
    return {
        {.name = "own id",
         .container = R"({"namespaces": {"user": {"new": {}}}})",
         .machine = asUser,
         .plan = R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
)"},
        {.name = "no maps: nobody inside",
         .container = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}}})",
         .machine = asUser,
         .plan = R"(
outside clone3 user
outside write setgroups deny
)"},
        {.name = "no group map: setgroups may stay",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [], "setgroups": "allow"}}}})",
         .machine = asUser,
         .plan = R"(
outside clone3 user
outside write uid_map 0 1000 1;
)"},
        {.name = "somebody else's ids, by root",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000, "count": 65536}],
            "gidMap": [{"inside": 0, "outside": 100000, "count": 65536}], "setgroups": "allow"}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 user
outside write uid_map 0 100000 65536;
outside write gid_map 0 100000 65536;
inside setgroups 0
inside setresgid 0
inside setresuid 0
)"},
        {.name = "somebody else's ids without setgroups, by root",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000}, {"inside": 1000, "outside": "self"}],
            "gidMap": [{"inside": 5, "outside": 100000}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 0 100000 1;1000 0 1;
outside write gid_map 5 100000 1;
inside setresuid 0
)"},
        {.name = "ids that two lines of the own map hold",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 0, "count": 20}]}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.uidMap = {MappedRange{.inside = 10, .outside = 500, .count = 10},
                                 MappedRange{.inside = 0, .outside = 1000, .count = 10}};
             },
         .plan = R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 0 0 20;
outside write gid_map 0 0 1;
)"},
    };
}

QList<Golden> mounts()
{
    return {
        {.name = "mount points only on what is the container's own",
         .container = kMounts,
         .machine = asUser,
         .plan = R"(
outside clone3 mount,user
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
inside mount none / MS_REC|MS_PRIVATE
inside mount tmpfs /mnt tmpfs MS_NOSUID size=10%,mode=755
inside mkdir /mnt/a
inside mkdir /mnt/a/b
inside mount /etc /mnt/a/b MS_BIND|MS_REC
inside mount tmpfs /mnt/a/b/c tmpfs
inside mkdir /mnt/a/queues
inside mount mqueue /mnt/a/queues mqueue MS_NOEXEC
inside mount tmpfs /mnt tmpfs
inside mkdir /mnt/a
inside mount /usr /mnt/a MS_BIND|MS_REC
inside mount_setattr /mnt/a recursive MOUNT_ATTR_RDONLY
)"},
        {.name = "binds of root need not be recursive",
         .container = R"({"namespaces": {"mount": {"new": {"propagation": "unchanged",
            "mounts": [{"type": "bind", "source": "/etc", "target": "/mnt", "options": ["ro", "nodev", "rw"]}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 mount
inside mount /etc /mnt MS_BIND
inside mount_setattr /mnt MOUNT_ATTR_RDONLY|MOUNT_ATTR_NODEV
)"},
        {.name = "a tmpfs on / is no ground for mount points",
         .container = R"({"namespaces": {"mount": {"new": {"propagation": "slave",
            "mounts": [{"type": "tmpfs", "target": "/"}, {"type": "tmpfs", "target": "/new/x/../y"}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 mount
inside mount none / MS_REC|MS_SLAVE
inside mount tmpfs / tmpfs
inside mount tmpfs /new/y tmpfs
)"},
        {.name = "a neighbour whose name begins alike",
         .container = R"({"namespaces": {"mount": {"new": {"propagation": "shared",
            "mounts": [{"type": "tmpfs", "target": "/mnt"}, {"type": "proc", "target": "/mnt2/x"}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 mount
inside mount none / MS_REC|MS_SHARED
inside mount tmpfs /mnt tmpfs
inside mount proc /mnt2/x proc
)"},
        {.name = "an overlay, its own directories on a tmpfs of the container",
         .container = R"({"namespaces": {"mount": {"new": {"propagation": "unchanged", "mounts": [
            {"type": "tmpfs", "target": "/mnt"},
            {"type": "overlay", "lower": ["/srv/a", "/srv/b"], "upper": "/mnt/up/x",
             "work": "/mnt/up/work", "target": "/mnt/all", "options": ["nosuid"]},
            {"type": "overlay", "lower": ["/srv/a"], "target": "/media", "options": ["ro"]}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 mount
inside mount tmpfs /mnt tmpfs
inside mkdir /mnt/up
inside mkdir /mnt/up/x
inside mkdir /mnt/up/work
inside mkdir /mnt/all
inside mount overlay /mnt/all overlay MS_NOSUID lowerdir=/srv/a:/srv/b,upperdir=/mnt/up/x,workdir=/mnt/up/work
inside mount overlay /media overlay MS_RDONLY lowerdir=/srv/a
)"},
        {.name = "an overlay of a user",
         .container = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}},
            "mount": {"new": {"propagation": "unchanged", "mounts": [
            {"type": "overlay", "lower": ["/etc"], "target": "/media"}]}}}})",
         .machine = asUser,
         .plan = R"(
outside clone3 mount,user
outside write setgroups deny
inside mount overlay /media overlay lowerdir=/etc,userxattr
)"},
        {.name = "what is no overlay",
         .container = R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "overlay", "target": "/a"},
            {"type": "overlay", "lower": ["/b,index=on"], "upper": "/c", "target": "/a"},
            {"type": "overlay", "lower": ["/b:/c"], "upper": "u", "work": "/w\\x", "target": "/a"},
            {"type": "tmpfs", "lower": ["/b"], "target": "/a"},
            {"type": "overlay", "lower": ["/b"], "target": "/a", "options": ["lowerdir=/root"]}]}}}})",
         .machine = asRoot,
         .plan = R"(
error missing-layer containers[0].namespaces.mount.new.mounts[0]
error missing-layer containers[0].namespaces.mount.new.mounts[1]
error bad-layer-path containers[0].namespaces.mount.new.mounts[1].lower[0] /b,index=on
error bad-layer-path containers[0].namespaces.mount.new.mounts[2].lower[0] /b:/c
error path-not-absolute containers[0].namespaces.mount.new.mounts[2].upper u
error bad-layer-path containers[0].namespaces.mount.new.mounts[2].work /w\x
error needless-layers containers[0].namespaces.mount.new.mounts[3] tmpfs
error bad-mount-option containers[0].namespaces.mount.new.mounts[4].options[0] lowerdir=/root → ro, rw, nosuid, nodev, noexec
)"},
        {.name = "proc and sysfs with their namespaces",
         .container = R"({"namespaces": {"user": {"new": {}}, "pid": {"new": {}},
            "network": {"new": {}}, "mount": {"new": {"propagation": "unbindable",
            "mounts": [{"type": "proc", "target": "/proc"}, {"type": "sysfs", "target": "/sys"}]}}}})",
         .machine = asUser,
         .plan = R"(
outside clone3 mount,pid,network,user
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
inside mount none / MS_REC|MS_UNBINDABLE
inside mount proc /proc proc MS_NOSUID|MS_NODEV|MS_NOEXEC
inside mount proc /proc proc
inside mount sysfs /sys sysfs
inside ioctl lo
)"},
    };
}

} // namespace

QList<Golden> goldensOfSteps()
{
    return whole() + pidAndTime() + users() + mounts();
}
