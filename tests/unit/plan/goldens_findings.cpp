// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

QList<Golden> machine()
{
    constexpr const char *kUser
        = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}}})";
    return {
        {.name = "limit of 0",
         .container = R"({"namespaces": {"user": {"new": {}}, "uts": {"new": {}}}})",
         .machine = [](HostFacts &facts) { facts.exhausted = {NsKind::Uts, NsKind::Ipc}; },
         .plan = "\nerror limit-reached containers[0].namespaces.uts "
                 "/proc/sys/user/max_uts_namespaces\n"},
        {.name = "a kernel without time",
         .container = R"({"namespaces": {"user": {"new": {}}, "time": {"new": {}}}})",
         .machine = [](HostFacts &facts) { facts.supported.removeOne(NsKind::Time); },
         .plan = "\nerror kind-unsupported containers[0].namespaces.time → 5.6\n"},
        {.name = "a kernel without cgroup, joined",
         .container = R"({"namespaces": {"cgroup": {"join": {"pid": 7}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.supported.removeOne(NsKind::Cgroup);
             },
         .plan = "\nerror kind-unsupported containers[0].namespaces.cgroup → 4.6\n"},
        {.name = "chroot",
         .container = kUser,
         .machine = [](HostFacts &facts) { facts.chrooted = true; },
         .plan = "\nerror chrooted containers[0].namespaces.user\n"},
        {.name = "chroot matters to user namespaces only",
         .container = R"({"namespaces": {"uts": {"new": {}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.chrooted = true;
             },
         .plan = "\noutside clone3 uts\n"},
        {.name = "a setting that denies",
         .container = kUser,
         .machine = [](HostFacts &facts) { facts.restriction = u"kernel.x=1"_s; },
         .plan = R"(
warning user-namespaces-restricted containers[0].namespaces.user kernel.x=1
outside clone3 user
outside write setgroups deny
)"},
        {.name = "a setting that denies, but not to root",
         .container = kUser,
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.restriction = u"kernel.x=1"_s;
             },
         .plan = "\noutside clone3 user\noutside write setgroups deny\n"},
        {.name = "own id without meaning outside",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": []}}}})",
         .machine =
             [](HostFacts &facts) {
                 facts.uidMap = {MappedRange{.inside = 0, .outside = 1000, .count = 1}};
             },
         .plan = "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 1000-1000\n"},
        {.name = "a hole in the own map",
         .container
         = R"({"namespaces": {"user": {"new": {"uidMap": [{"inside": 0, "outside": 0, "count": 20}]}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.uidMap = {MappedRange{.inside = 0, .outside = 500, .count = 10},
                                 MappedRange{.inside = 11, .outside = 1000, .count = 10}};
             },
         .plan = "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 0-19\n"},
        {.name = "proc without PID",
         .container = R"({"namespaces": {"user": {"new": {}},
            "mount": {"new": {"mounts": [{"type": "proc", "target": "/proc"}]}}}})",
         .machine = asUser,
         .plan = "\nerror proc-needs-pid-namespace containers[0].namespaces.mount.new.mounts[0]\n"},
        {.name = "sysfs without network",
         .container = R"({"namespaces": {"user": {"new": {}}, "pid": {"new": {}},
            "mount": {"new": {"mounts": [{"type": "proc", "target": "/proc"}, {"type": "sysfs", "target": "/sys"}]}}}})",
         .machine = asUser,
         .plan
         = "\nerror sysfs-needs-network-namespace containers[0].namespaces.mount.new.mounts[1]\n"},
        {.name = "PID without mount",
         .container = R"({"namespaces": {"pid": {"new": {}}}})",
         .machine = asRoot,
         .plan = R"(
note proc-needs-mount-namespace containers[0].namespaces.pid.new.mountProc
outside clone3 pid
)"},
    };
}

QList<Golden> clocks()
{
    return {
        {.name = "a clock before zero",
         .container
         = R"({"namespaces": {"time": {"new": {"monotonicOffset": -1001, "boottimeOffset": -1000}}}})",
         .machine = asRoot,
         .plan
         = "\nerror clock-out-of-range containers[0].namespaces.time.new.monotonicOffset -1001"
           " → -1000 … 4611685018\n"},
        {.name = "a clock beyond what the kernel counts",
         .container = R"({"namespaces": {"time": {"new": {"boottimeOffset": 4611685019}}}})",
         .machine = asRoot,
         .plan
         = "\nerror clock-out-of-range containers[0].namespaces.time.new.boottimeOffset 4611685019"
           " → -1000 … 4611685018\n"},
        {.name = "offsets at the ends of their type",
         .container = R"({"namespaces": {"time": {"new": {
            "monotonicOffset": 9223372036854775807, "boottimeOffset": -9223372036854775807}}}})",
         .machine = asRoot,
         .plan = R"(
error clock-out-of-range containers[0].namespaces.time.new.monotonicOffset 9223372036854775807 → -1000 … 4611685018
error clock-out-of-range containers[0].namespaces.time.new.boottimeOffset -9223372036854775807 → -1000 … 4611685018
)"},
    };
}

QList<Golden> maps()
{
    return {
        {.name = "empty range",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": "self", "count": 0}], "gidMap": []}}}})",
         .machine = asRoot,
         .plan = "\nerror empty-id-range containers[0].namespaces.user.new.uidMap[0].count\n"},
        {.name = "past the last id, inside",
         .container = R"({"namespaces": {"user": {"new": {
            "gidMap": [{"inside": 4294967295, "outside": 5}]}}}})",
         .machine = asRoot,
         .plan = "\nerror id-range-overflow containers[0].namespaces.user.new.gidMap[0] 1\n"},
        {.name = "up to the last id",
         .container = R"({"namespaces": {"user": {"new": {
            "gidMap": [], "uidMap": [{"inside": 1, "outside": 1, "count": 4294967294}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 1 1 4294967294;
)"},
        {.name = "past the last id, outside",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 1, "count": 4294967295}]}}}})",
         .machine = asRoot,
         .plan
         = "\nerror id-range-overflow containers[0].namespaces.user.new.uidMap[0] 4294967295"
           "\nerror id-not-mapped containers[0].namespaces.user.new.uidMap[0] 1-4294967295\n"},
        {.name = "twice inside",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 10, "count": 5}, {"inside": 4, "outside": 20, "count": 5}]}}}})",
         .machine = asRoot,
         .plan = "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 4-8 → "
                 "uidMap[0]\n"},
        {.name = "twice outside",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": 14, "count": 5}, {"inside": 5, "outside": 10, "count": 5}]}}}})",
         .machine = asRoot,
         .plan = "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 10-14 → "
                 "uidMap[0]\n"},
        {.name = "neighbours",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 5, "outside": 15, "count": 5}, {"inside": 0, "outside": 10, "count": 5}]}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 user
outside write setgroups deny
outside write uid_map 5 15 5;0 10 5;
inside setresuid 0
)"},
        {.name = "self twice",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": "self"}]}}}})",
         .machine = asRoot,
         .plan = "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] self → "
                 "uidMap[0]\n"},
        {.name = "self, and its number",
         .container = R"({"namespaces": {"user": {"new": {"gidMap": [],
            "uidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": 0, "count": 5}]}}}})",
         .machine = asRoot,
         .plan = "\nerror id-range-overlap containers[0].namespaces.user.new.uidMap[1] 0-4 → "
                 "uidMap[0]\n"},
    };
}

QList<Golden> values()
{
    return {
        {.name = "no name",
         .container = R"({"name": ""})",
         .machine = asUser,
         .plan = "\nerror empty-name containers[0].name\n"},
        {.name = "no program",
         .container = R"({"command": [""]})",
         .machine = asUser,
         .plan = "\nerror empty-name containers[0].command[0]\n"},
        {.name = "a relative directory",
         .container = R"({"workingDirectory": "tmp"})",
         .machine = asUser,
         .plan = "\nerror path-not-absolute containers[0].workingDirectory tmp\n"},
        {.name = "variables",
         .container = R"({"environment": {"": "a", "1A": "b", "A=B": "c", "É": "d", "_a1": "e"}})",
         .machine = asUser,
         .plan = R"(
error bad-environment-name containers[0].environment
error bad-environment-name containers[0].environment 1A
error bad-environment-name containers[0].environment A=B
error bad-environment-name containers[0].environment É
)"},
        {.name = "64 bytes",
         .container = R"({"namespaces": {"uts": {"new": {
            "hostname": "éééééééééééééééééééééééééééééééé"}}}})",
         .machine = asRoot,
         .plan = R"(
outside clone3 uts
inside sethostname éééééééééééééééééééééééééééééééé
)"},
        {.name = "65 bytes in 33 characters",
         .container = R"({"namespaces": {"uts": {"new": {
            "domainname": "éééééééééééééééééééééééééééééééé-"}}}})",
         .machine = asRoot,
         .plan = "\nerror name-too-long containers[0].namespaces.uts.new.domainname 65 → 64\n"},
        {.name = "line break in a name",
         .container = R"({"namespaces": {"uts": {"new": {"hostname": "a\nb"}}}})",
         .machine = asRoot,
         .plan = "\nerror bad-character containers[0].namespaces.uts.new.hostname a b\n"},
        {.name = "mounts",
         .container = R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "bind", "target": "mnt"}, {"type": "tmpfs", "source": "/x", "target": "/mnt"},
            {"type": "tmpfs", "target": "/m", "options": ["rbind", "size=1", "size=k", "mode=7x", "uid=0", "ro"]},
            {"type": "bind", "source": "etc", "target": "/mnt", "options": ["mode=1"]}]}}}})",
         .machine = asRoot,
         .plan = R"(
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
    return machine() + clocks() + maps() + values();
}
