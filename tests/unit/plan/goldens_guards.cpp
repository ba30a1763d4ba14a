// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

void onBehalf(HostFacts &facts)
{
    asRoot(facts);
    facts.onBehalf = true;
}

template<int kError>
void lacks(HostFacts &facts, const QString &call)
{
    facts.missing << MissingCall{.call = call, .error = Errno{kError}};
}

QList<Golden> behalf()
{
    return {
        {.name = "variables that load code",
         .container = R"({"command": ["true"], "environment": {
            "LD_PRELOAD": "/tmp/x.so", "LD": "fine", "PYTHONPATH": "/tmp", "TERM": "xterm"}})",
         .machine = onBehalf,
         .plan = R"(
error dangerous-variable containers[0].environment LD_PRELOAD
error dangerous-variable containers[0].environment PYTHONPATH
)"},
        {.name = "variables that load code, but one's own",
         .container = R"({"command": ["true"], "environment": {"LD_PRELOAD": "/tmp/x.so"}})",
         .machine = asRoot,
         .plan = R"(
outside clone3
inside execve true in a child LD_PRELOAD=/tmp/x.so
)"},
        {.name = "setgroups for somebody else",
         .container = R"({"namespaces": {"user": {"new": {"setgroups": "allow"}}}})",
         .machine = onBehalf,
         .plan = "\nerror setgroups-must-be-denied containers[0].namespaces.user.new.setgroups "
                 "allow → deny\n"},
        {.name = "mounts that would reach the machine",
         .container = R"({"namespaces": {"mount": {"new": {"propagation": "shared"}}}})",
         .machine = onBehalf,
         .plan = "\nerror outside-not-allowed containers[0].namespaces.mount.new.propagation "
                 "shared → private\n"},
        {.name = "new file systems give nobody rights",
         .container = R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "tmpfs", "target": "/mnt", "options": ["size=1m", "nodev", "ro"]},
            {"type": "sysfs", "target": "/sys"},
            {"type": "bind", "source": "/dev", "target": "/dev"}]}}}})",
         .machine = onBehalf,
         .plan = R"(
outside clone3 mount
inside mount none / MS_REC|MS_PRIVATE
inside mount tmpfs /mnt tmpfs MS_NODEV|MS_RDONLY|MS_NOSUID size=1m
inside mount sysfs /sys sysfs MS_NOSUID|MS_NODEV
inside mount /dev /dev MS_BIND
)"},
        {.name = "mounts that a user namespace keeps from the machine",
         .container = R"({"namespaces": {"user": {"new": {}},
            "mount": {"new": {"propagation": "unchanged"}}}})",
         .machine = onBehalf,
         .plan = R"(
outside clone3 mount,user
outside write setgroups deny
outside write uid_map 0 0 1;
outside write gid_map 0 0 1;
)"},
    };
}

QList<Golden> calls()
{
    constexpr const char *kTime
        = R"({"namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}, "time": {"new": {}}}})";
    return {
        {.name = "an attempt was refused",
         .container = R"({"namespaces": {"user": {"new": {}}}})",
         .machine = [](HostFacts &facts) { facts.userNamespaceError = Errno{EPERM}; },
         .plan = "\nerror user-namespaces-denied containers[0].namespaces.user EPERM\n"},
        {.name = "an attempt was refused, and nobody needs it",
         .container = R"({"namespaces": {"uts": {"new": {}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.userNamespaceError = Errno{EPERM};
             },
         .plan = "\noutside clone3 uts\n"},
        {.name = "without clone3",
         .container = kTime,
         .machine = [](HostFacts &facts) { lacks<ENOSYS>(facts, u"clone3"_s); },
         .plan = R"(
note call-missing containers[0].namespaces clone3 → ENOSYS
outside clone3 user
outside write setgroups deny
inside unshare time
inside setns /proc/self/ns/time_for_children time
)"},
        {.name = "without clone3 and unshare",
         .container = kTime,
         .machine =
             [](HostFacts &facts) {
                 lacks<ENOSYS>(facts, u"clone3"_s);
                 lacks<EPERM>(facts, u"unshare"_s);
             },
         .plan = R"(
note call-missing containers[0].namespaces clone3 → ENOSYS
error call-missing containers[0].namespaces unshare → EPERM
)"},
        {.name = "without setns the inside is not seen",
         .container = R"({"namespaces": {"uts": {"new": {}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 lacks<EPERM>(facts, u"setns"_s);
             },
         .plan = R"(
warning call-missing containers[0].namespaces setns → EPERM
outside clone3 uts
)"},
        {.name = "without setns and pidfd_open nothing is joined",
         .container = R"({"namespaces": {"uts": {"join": {"pid": 7}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 lacks<EPERM>(facts, u"setns"_s);
                 lacks<ENOSYS>(facts, u"pidfd_open"_s);
             },
         .plan = R"(
error call-missing containers[0].namespaces setns → EPERM
error call-missing containers[0].namespaces pidfd_open → ENOSYS
)"},
        {.name = "without pidfds nothing could be ended",
         .container = R"({"namespaces": {"uts": {"new": {}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 lacks<ENOSYS>(facts, u"pidfd_send_signal"_s);
                 lacks<EINVAL>(facts, u"waitid"_s);
             },
         .plan = R"(
error kernel-too-old containers[0].namespaces pidfd_send_signal → ENOSYS
error kernel-too-old containers[0].namespaces waitid → EINVAL
)"},
        {.name = "without openat2 paths of somebody else are opened by open",
         .container = R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "bind", "source": "/srv", "target": "/mnt"}]}}}})",
         .machine =
             [](HostFacts &facts) {
                 onBehalf(facts);
                 lacks<ENOSYS>(facts, u"openat2"_s);
             },
         .plan = R"(
note call-missing containers[0].namespaces openat2 → ENOSYS
outside clone3 mount
inside mount none / MS_REC|MS_PRIVATE
inside mount /srv /mnt MS_BIND
)"},
        {.name = "without open_tree no path of somebody else is bound",
         .container = R"({"namespaces": {"mount": {"new": {"mounts": [
            {"type": "bind", "source": "/srv", "target": "/mnt"}]}}}})",
         .machine =
             [](HostFacts &facts) {
                 onBehalf(facts);
                 lacks<ENOSYS>(facts, u"open_tree"_s);
             },
         .plan = "\nerror call-missing containers[0].namespaces.mount open_tree → ENOSYS\n"},
    };
}

} // namespace

QList<Golden> goldensOfGuards()
{
    return behalf() + calls();
}
