// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

QList<Golden> privilege()
{
    return {
        {"new without user takes an administrator",
         R"({"namespaces": {"network": {"new": {"loopback": false}}, "uts": {"new": {}}}})", asUser, R"(
root
note needs-administrator containers[0].namespaces uts, network
outside clone3 uts,network
)"},
        {"other ids take an administrator", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000, "count": 2}], "gidMap": []}}}})", asUser, R"(
root
note ids-need-administrator containers[0].namespaces.user.new.uidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 100000 2;
inside setresuid 0
)"},
        {"two reasons", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": "self", "count": 2}],
            "gidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": 5}]}}}})", asUser, R"(
root
note ids-need-administrator containers[0].namespaces.user.new.uidMap 1000
note ids-need-administrator containers[0].namespaces.user.new.gidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 1000 2;
outside write gid_map 0 1000 1;1 5 1;
)"},
        {"setgroups stays allowed", R"({"namespaces": {"user": {"new": {"setgroups": "allow"}}}})", asUser,
         "\nerror setgroups-must-be-denied containers[0].namespaces.user.new.setgroups allow → deny\n"},
        {"setgroups is denied outside already",
         R"({"namespaces": {"user": {"new": {"setgroups": "allow"}}}})",
         [](HostFacts &facts) {
             asRoot(facts);
             facts.setgroupsDenied = true;
         },
         "\nerror setgroups-must-be-denied containers[0].namespaces.user.new.setgroups allow → deny\n"},
    };
}

QList<Golden> machine()
{
    constexpr const char *user = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}}})";
    return {
        {"limit of 0", R"({"namespaces": {"user": {"new": {}}, "uts": {"new": {}}}})",
         [](HostFacts &facts) { facts.exhausted = {NsKind::Uts, NsKind::Ipc}; },
         "\nerror limit-reached containers[0].namespaces.uts /proc/sys/user/max_uts_namespaces\n"},
        {"a kernel without time", R"({"namespaces": {"user": {"new": {}}, "time": {"new": {}}}})",
         [](HostFacts &facts) { facts.supported.removeOne(NsKind::Time); },
         "\nerror kind-unsupported containers[0].namespaces.time → 5.6\n"},
        {"a kernel without cgroup, joined", R"({"namespaces": {"cgroup": {"join": {"pid": 7}}}})",
         [](HostFacts &facts) {
             asRoot(facts);
             facts.supported.removeOne(NsKind::Cgroup);
         },
         "\nerror kind-unsupported containers[0].namespaces.cgroup → 4.6\n"},
        {"chroot", user, [](HostFacts &facts) { facts.chrooted = true; },
         "\nerror chrooted containers[0].namespaces.user\n"},
        {"chroot matters to user namespaces only", R"({"namespaces": {"uts": {"new": {}}}})",
         [](HostFacts &facts) {
             asRoot(facts);
             facts.chrooted = true;
         },
         "\noutside clone3 uts\n"},
        {"a setting that denies", user, [](HostFacts &facts) { facts.restriction = u"kernel.x=1"_s; }, R"(
warning user-namespaces-restricted containers[0].namespaces.user kernel.x=1
outside clone3 user
outside write setgroups deny
)"},
        {"a setting that denies, but not to root", user,
         [](HostFacts &facts) {
             asRoot(facts);
             facts.restriction = u"kernel.x=1"_s;
         },
         "\noutside clone3 user\noutside write setgroups deny\n"},
        {"own id without meaning outside", R"({"namespaces": {"user": {"new": {"gidMap": []}}}})",
         [](HostFacts &facts) { facts.uidMap = {MappedRange{0, 1000, 1}}; },
         "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 1000-1000\n"},
        {"a hole in the own map",
         R"({"namespaces": {"user": {"new": {"uidMap": [{"inside": 0, "outside": 0, "count": 20}]}}}})",
         [](HostFacts &facts) {
             asRoot(facts);
             facts.uidMap = {MappedRange{0, 500, 10}, MappedRange{11, 1000, 10}};
         },
         "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 0-19\n"},
        {"proc without PID", R"({"namespaces": {"user": {"new": {}},
            "mount": {"new": {"mounts": [{"type": "proc", "target": "/proc"}]}}}})", asUser,
         "\nerror proc-needs-pid-namespace containers[0].namespaces.mount.new.mounts[0]\n"},
        {"sysfs without network", R"({"namespaces": {"user": {"new": {}}, "pid": {"new": {}},
            "mount": {"new": {"mounts": [{"type": "proc", "target": "/proc"}, {"type": "sysfs", "target": "/sys"}]}}}})",
         asUser, "\nerror sysfs-needs-network-namespace containers[0].namespaces.mount.new.mounts[1]\n"},
        {"PID without mount", R"({"namespaces": {"pid": {"new": {}}}})", asRoot, R"(
note proc-needs-mount-namespace containers[0].namespaces.pid.new.mountProc
outside clone3 pid
)"},
    };
}

QList<Golden> clocks()
{
    return {
        {"a clock before zero",
         R"({"namespaces": {"time": {"new": {"monotonicOffset": -1001, "boottimeOffset": -1000}}}})", asRoot,
         "\nerror clock-before-zero containers[0].namespaces.time.new.monotonicOffset -1001"
         " → -1000 … 4611685018\n"},
        {"a clock beyond what the kernel counts", R"({"namespaces": {"time": {"new": {"boottimeOffset": 4611685019}}}})",
         asRoot,
         "\nerror clock-before-zero containers[0].namespaces.time.new.boottimeOffset 4611685019"
         " → -1000 … 4611685018\n"},
        {"offsets at the ends of their type", R"({"namespaces": {"time": {"new": {
            "monotonicOffset": 9223372036854775807, "boottimeOffset": -9223372036854775807}}}})", asRoot, R"(
error clock-before-zero containers[0].namespaces.time.new.monotonicOffset 9223372036854775807 → -1000 … 4611685018
error clock-before-zero containers[0].namespaces.time.new.boottimeOffset -9223372036854775807 → -1000 … 4611685018
)"},
    };
}

QList<Golden> maps()
{
    return {
        {"empty range", R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": "self", "count": 0}], "gidMap": []}}}})", asRoot,
         "\nerror empty-id-range containers[0].namespaces.user.new.uidMap[0].count\n"},
        {"past the last id, inside", R"({"namespaces": {"user": {"new": {
            "gidMap": [{"inside": 4294967295, "outside": 5}]}}}})", asRoot,
         "\nerror id-range-overflow containers[0].namespaces.user.new.gidMap[0] 1\n"},
        {"up to the last id", R"({"namespaces": {"user": {"new": {
            "gidMap": [], "uidMap": [{"inside": 1, "outside": 1, "count": 4294967294}]}}}})", asRoot, R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 1 1 4294967294;
)"},
        {"past the last id, outside", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 1, "count": 4294967295}]}}}})", asRoot,
         "\nerror id-range-overflow containers[0].namespaces.user.new.uidMap[0] 4294967295"
         "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 1-4294967295\n"},
        {"twice inside", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 10, "count": 5}, {"inside": 4, "outside": 20, "count": 5}]}}}})",
         asRoot,
         "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 4-8 → uidMap[0]\n"},
        {"twice outside", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 14, "count": 5}, {"inside": 5, "outside": 10, "count": 5}]}}}})",
         asRoot,
         "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 10-14 → uidMap[0]\n"},
        {"neighbours", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 5, "outside": 15, "count": 5}, {"inside": 0, "outside": 10, "count": 5}]}}}})",
         asRoot, R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 5 15 5;0 10 5;
inside setresuid 0
)"},
        {"self twice", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": "self"}]}}}})", asRoot,
         "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] self → uidMap[0]\n"},
        {"self, and its number", R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": 0, "count": 5}]}}}})", asRoot,
         "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 0-4 → uidMap[0]\n"},
    };
}

QList<Golden> values()
{
    return {
        {"no name", R"({"name": ""})", asUser, "\nerror empty-name containers[0].name\n"},
        {"no program", R"({"command": [""]})", asUser, "\nerror empty-name containers[0].command[0]\n"},
        {"a relative directory", R"({"workingDirectory": "tmp"})", asUser,
         "\nerror path-not-absolute containers[0].workingDirectory tmp\n"},
        {"variables", R"({"environment": {"": "a", "1A": "b", "A=B": "c", "É": "d", "_a1": "e"}})", asUser, R"(
error bad-environment-name containers[0].environment
error bad-environment-name containers[0].environment 1A
error bad-environment-name containers[0].environment A=B
error bad-environment-name containers[0].environment É
)"},
        {"64 bytes", R"({"namespaces": {"uts": {"new": {
            "hostname": "éééééééééééééééééééééééééééééééé"}}}})", asRoot, R"(
outside clone3 uts
inside sethostname éééééééééééééééééééééééééééééééé
)"},
        {"65 bytes in 33 characters", R"({"namespaces": {"uts": {"new": {
            "domainname": "éééééééééééééééééééééééééééééééé-"}}}})", asRoot,
         "\nerror name-too-long containers[0].namespaces.uts.new.domainname 65 → 64\n"},
        {"line break in a name", R"({"namespaces": {"uts": {"new": {"hostname": "a\nb"}}}})", asRoot,
         "\nerror bad-character containers[0].namespaces.uts.new.hostname a b\n"},
        {"mounts", R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "bind", "target": "mnt"}, {"type": "tmpfs", "source": "/x", "target": "/mnt"},
            {"type": "tmpfs", "target": "/m", "options": ["rbind", "size=1", "size=k", "mode=7x", "uid=0", "ro"]},
            {"type": "bind", "source": "etc", "target": "/mnt", "options": ["mode=1"]}]}}}})", asRoot, R"(
error path-not-absolute containers[0].namespaces.mount.new.mounts[0].target mnt
error missing-source containers[0].namespaces.mount.new.mounts[0].source
error needless-source containers[0].namespaces.mount.new.mounts[1].source tmpfs
error bad-mount-option containers[0].namespaces.mount.new.mounts[2].options[0] rbind → ro, rw, nosuid, nodev, noexec, size=…, mode=…
error bad-mount-option containers[0].namespaces.mount.new.mounts[2].options[2] size=k → ro, rw, nosuid, nodev, noexec, size=…, mode=…
error bad-mount-option containers[0].namespaces.mount.new.mounts[2].options[3] mode=7x → ro, rw, nosuid, nodev, noexec, size=…, mode=…
error bad-mount-option containers[0].namespaces.mount.new.mounts[2].options[4] uid=0 → ro, rw, nosuid, nodev, noexec, size=…, mode=…
error path-not-absolute containers[0].namespaces.mount.new.mounts[3].source etc
error bad-mount-option containers[0].namespaces.mount.new.mounts[3].options[0] mode=1 → ro, rw, nosuid, nodev, noexec, rbind
)"},
    };
}

} // namespace

QList<Golden> goldensOfFindings()
{
    return privilege() + machine() + clocks() + maps() + values();
}
