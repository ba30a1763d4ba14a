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

constexpr const char *kMounts = R"({"namespaces": {"user": {"new": {}}, "mount": {"new": {"mounts": [
    {"type": "tmpfs", "target": "/mnt/", "options": ["size=10%", "mode=755", "nosuid"]},
    {"type": "bind", "source": "/etc", "target": "/mnt/a/b"},
    {"type": "tmpfs", "target": "/mnt/a/b/c"},
    {"type": "mqueue", "target": "/mnt/a/queues", "options": ["noexec"]},
    {"type": "tmpfs", "target": "/mnt"},
    {"type": "bind", "source": "/usr", "target": "/mnt/a", "options": ["ro", "rbind"]}]}}}})";

QList<Golden> whole()
{
    return {
        {"all eight, cloned", kAllEight, asUser, R"(
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
        {"all eight, unshared", kAllEightUnshare, asUser, R"(
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
        {"nothing new", R"({"command": ["sh", "-c", "id"]})", asUser, R"(
outside clone3
inside execve sh -c id in a child
)"},
        {"nothing new, unshared", R"({"method": "unshare"})", asUser, "\noutside clone3\n"},
        {"UTS alone as root", R"({"namespaces": {"uts": {"new": {"domainname": "lab"}}}})", asRoot, R"(
outside clone3 uts
inside setdomainname lab
)"},
        {"network as it comes", R"({"namespaces": {"network": {"new": {"loopback": false}}}})", asRoot,
         "\noutside clone3 network\n"},
    };
}

QList<Golden> pidAndTime()
{
    return {
        {"the command is PID 1", R"({"namespaces": {"pid": {"new": {"mountProc": false}}}, "command": ["sh"]})",
         asRoot, R"(
outside clone3 pid
inside execve sh
)"},
        {"an init is PID 1",
         R"({"namespaces": {"pid": {"new": {"mountProc": false, "init": true}}}, "command": ["sh"]})", asRoot, R"(
outside clone3 pid
inside execve sh in a child
)"},
        {"PID, unshared: takes in children only",
         R"({"method": "unshare", "namespaces": {"pid": {"new": {"mountProc": false}}}})", asRoot, R"(
outside clone3
inside unshare pid
inside clone3 sibling
)"},
        {"time without offsets, cloned", R"({"namespaces": {"time": {"new": {}}}})", asRoot,
         "\noutside clone3 time\n"},
        {"time with offsets, cloned", R"({"namespaces": {"time": {"new": {"boottimeOffset": -1000}}}})", asRoot, R"(
outside clone3
inside unshare time
inside write timens_offsets monotonic 0 0;boottime -1000 0;
inside setns /proc/self/ns/time_for_children time
)"},
        {"time without offsets, unshared", R"({"method": "unshare", "namespaces": {"time": {"new": {}}}})", asRoot,
         R"(
outside clone3
inside unshare time
inside clone3 sibling
)"},
        {"time with offsets, unshared: written before the fork",
         R"({"method": "unshare", "namespaces": {"time": {"new": {"monotonicOffset": 1}}}})", asRoot, R"(
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
        {"own id", R"({"namespaces": {"user": {"new": {}}}})", asUser, R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 0 1000 1;
outside write gid_map 0 1000 1;
)"},
        {"no maps: nobody inside", R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}}})", asUser, R"(
outside clone3 user
outside write setgroups deny
)"},
        {"no group map: setgroups may stay",
         R"({"namespaces": {"user": {"new": {"gidMap": [], "setgroups": "allow"}}}})", asUser, R"(
outside clone3 user
outside write uid_map 0 1000 1;
)"},
        {"somebody else's ids, by root", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000, "count": 65536}],
            "gidMap": [{"inside": 0, "outside": 100000, "count": 65536}], "setgroups": "allow"}}}})", asRoot, R"(
outside clone3 user
outside write uid_map 0 100000 65536;
outside write gid_map 0 100000 65536;
inside setgroups 0
inside setresgid 0
inside setresuid 0
)"},
        {"somebody else's ids without setgroups, by root", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000}, {"inside": 1000, "outside": "self"}],
            "gidMap": [{"inside": 5, "outside": 100000}]}}}})", asRoot, R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 0 100000 1;1000 0 1;
outside write gid_map 5 100000 1;
inside setresuid 0
)"},
        {"ids that two lines of the own map hold", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 0, "count": 20}]}}}})",
         [](HostFacts &facts) {
             asRoot(facts);
             facts.uidMap = {MappedRange{10, 500, 10}, MappedRange{0, 1000, 10}};
         }, R"(
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
        {"mount points only on what is the container's own", kMounts, asUser, R"(
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
        {"binds of root need not be recursive", R"({"namespaces": {"mount": {"new": {"propagation": "unchanged",
            "mounts": [{"type": "bind", "source": "/etc", "target": "/mnt", "options": ["ro", "nodev", "rw"]}]}}}})",
         asRoot, R"(
outside clone3 mount
inside mount /etc /mnt MS_BIND
inside mount_setattr /mnt MOUNT_ATTR_RDONLY|MOUNT_ATTR_NODEV
)"},
        {"a tmpfs on / is no ground for mount points", R"({"namespaces": {"mount": {"new": {"propagation": "slave",
            "mounts": [{"type": "tmpfs", "target": "/"}, {"type": "tmpfs", "target": "/new/x/../y"}]}}}})",
         asRoot, R"(
outside clone3 mount
inside mount none / MS_REC|MS_SLAVE
inside mount tmpfs / tmpfs
inside mount tmpfs /new/y tmpfs
)"},
        {"a neighbour whose name begins alike", R"({"namespaces": {"mount": {"new": {"propagation": "shared",
            "mounts": [{"type": "tmpfs", "target": "/mnt"}, {"type": "proc", "target": "/mnt2/x"}]}}}})",
         asRoot, R"(
outside clone3 mount
inside mount none / MS_REC|MS_SHARED
inside mount tmpfs /mnt tmpfs
inside mount proc /mnt2/x proc
)"},
        {"proc and sysfs with their namespaces", R"({"namespaces": {"user": {"new": {}}, "pid": {"new": {}},
            "network": {"new": {}}, "mount": {"new": {"propagation": "unbindable",
            "mounts": [{"type": "proc", "target": "/proc"}, {"type": "sysfs", "target": "/sys"}]}}}})",
         asUser, R"(
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
