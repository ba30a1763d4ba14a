// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** The user namespace of ordinaryUser(), and one that is joined. */
constexpr std::uint64_t kOwn = 1;
constexpr std::uint64_t kOther = 2;

NamespaceIdentity identity(std::uint64_t inode, std::optional<std::uint64_t> owner)
{
    return {.inode = inode, .id = {}, .owner = owner, .parent = {}, .ownerUid = {}};
}

void addPid(HostFacts &facts, NsKind kind, const NamespaceIdentity &identity, int error = 0)
{
    facts.joins << JoinFacts{.target = JoinPid{7},
                             .kind = kind,
                             .error = Errno{error},
                             .actualKind = {},
                             .identity = identity};
}

void addPath(HostFacts &facts,
             NsKind kind,
             std::optional<NsKind> actual,
             const NamespaceIdentity &identity,
             int error = 0)
{
    facts.joins << JoinFacts{.target = JoinPath{u"/run/x"_s},
                             .kind = kind,
                             .error = Errno{error},
                             .actualKind = actual,
                             .identity = identity};
}

constexpr const char *kUserAndTwo = R"({"namespaces": {"user": {"join": {"pid": 7}},
    "uts": {"join": {"pid": 7}}, "network": {"join": {"pid": 7}}}, "command": ["sh"]})";
constexpr const char *kUts = R"({"namespaces": {"uts": {"join": {"pid": 7}}}})";
constexpr const char *kUtsPath = R"({"namespaces": {"uts": {"join": {"path": "/run/x"}}}})";
constexpr const char *kUser = R"({"namespaces": {"user": {"join": {"pid": 7}}}})";

QList<Golden> entered()
{
    return {
        {.name = "one process, one setns, and its root",
         .container = kUserAndTwo,
         .machine =
             [](HostFacts &facts) {
                 addPid(facts, NsKind::User, identity(kOther, kOwn));
                 addPid(facts, NsKind::Uts, identity(20, kOther));
                 addPid(facts, NsKind::Network, identity(30, kOther));
             },
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 user,uts,network
inside setresgid 0
inside setresuid 0
inside execve sh in a child
)"},
        {.name = "what the caller's own user namespace owns comes before the joined one",
         .container = kUserAndTwo,
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 addPid(facts, NsKind::User, identity(kOther, kOwn));
                 addPid(facts, NsKind::Uts, identity(20, kOther));
                 addPid(facts, NsKind::Network, identity(30, kOwn));
             },
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 network
inside setns pid 7 user,uts
inside setresgid 0
inside setresuid 0
inside execve sh in a child
)"},
        {.name = "by path, each by itself",
         .container = R"({"namespaces": {"uts": {"join": {"path": "/run/x"}},
            "network": {"join": {"path": "/run/x"}}, "ipc": {"join": {"pid": 7}}}})",
         .machine = asRoot,
         .plan = R"(
outside open /run/x
outside pidfd_open 7
outside clone3
inside setns /run/x uts
inside setns pid 7 ipc
inside setns /run/x network
)"},
        {.name = "joined and new: new ones after the move",
         .container
         = R"({"namespaces": {"network": {"join": {"path": "/run/x"}}, "uts": {"new": {"hostname": "red"}}}})",
         .machine = asRoot,
         .plan = R"(
outside open /run/x
outside clone3
inside setns /run/x network
inside clone3 uts sibling
inside sethostname red
)"},
        {.name = "joined and new, unshared",
         .container
         = R"({"method": "unshare", "namespaces": {"network": {"join": {"path": "/run/x"}}, "uts": {"new": {}}}})",
         .machine = asRoot,
         .plan = R"(
outside open /run/x
outside clone3
inside setns /run/x network
inside unshare uts
)"},
        {.name = "PID is for children only: one more fork",
         .container = R"({"namespaces": {"pid": {"join": {"pid": 7}}}, "command": ["sh"]})",
         .machine = asRoot,
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 pid
inside clone3 sibling
inside execve sh in a child
)"},
        {.name = "PID, unshared",
         .container = R"({"method": "unshare", "namespaces": {"pid": {"join": {"pid": 7}}}})",
         .machine = asRoot,
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 pid
inside clone3 sibling
)"},
        {.name = "in a joined user namespace binds are recursive",
         .container = R"({"namespaces": {"user": {"join": {"pid": 7}},
            "mount": {"new": {"mounts": [{"type": "bind", "source": "/etc", "target": "/mnt"}]}}}})",
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::User, identity(kOther, kOwn)); },
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 user
inside clone3 mount sibling
inside setresgid 0
inside setresuid 0
inside mount none / MS_REC|MS_PRIVATE
inside mount /etc /mnt MS_BIND|MS_REC
)"},
    };
}

void onBehalfAsRoot(HostFacts &facts)
{
    asRoot(facts);
    facts.onBehalf = true;
}

/** What root runs in a mount namespace is what its owner put there. */
QList<Golden> files()
{
    constexpr const char *kMount = R"({"namespaces": {"mount": {"join": {"pid": 7}}}})";
    constexpr const char *kUserAndMount
        = R"({"namespaces": {"user": {"join": {"pid": 7}}, "mount": {"join": {"pid": 7}}}})";
    constexpr const char *kNeedsUser
        = "\nerror join-needs-user-namespace containers[0].namespaces.mount.join.pid 7 → 2\n";
    return {
        {.name = "an ordinary user's files, for somebody else",
         .container = kMount,
         .machine =
             [](HostFacts &facts) {
                 onBehalfAsRoot(facts);
                 addPid(facts, NsKind::Mount, identity(20, kOther));
             },
         .plan = kNeedsUser},
        {.name = "an ordinary user's files, for somebody else, with a third one's ids",
         .container = R"({"namespaces": {"user": {"join": {"path": "/run/x"}},
            "mount": {"join": {"pid": 7}}}})",
         .machine =
             [](HostFacts &facts) {
                 onBehalfAsRoot(facts);
                 addPath(facts, NsKind::User, NsKind::User, identity(3, kOwn));
                 addPid(facts, NsKind::Mount, identity(20, kOther));
             },
         .plan = kNeedsUser},
        {.name = "an ordinary user's files with that user's ids, for somebody else",
         .container = kUserAndMount,
         .machine =
             [](HostFacts &facts) {
                 onBehalfAsRoot(facts);
                 addPid(facts, NsKind::User, identity(kOther, kOwn));
                 addPid(facts, NsKind::Mount, identity(20, kOther));
             },
         .plan = R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 user,mount
inside setresgid 0
inside setresuid 0
)"},
        {.name = "nobody tells whose files, for somebody else",
         .container = kMount,
         .machine =
             [](HostFacts &facts) {
                 onBehalfAsRoot(facts);
                 addPid(facts, NsKind::Mount, identity(20, {}));
             },
         .plan
         = "\nerror join-needs-user-namespace containers[0].namespaces.mount.join.pid 7 → 0\n"},
        {.name = "files of a container that root made, for somebody else",
         .container = kMount,
         .machine =
             [](HostFacts &facts) {
                 onBehalfAsRoot(facts);
                 addPid(facts, NsKind::Mount, identity(20, kOwn));
             },
         .plan = R"(
warning join-runs-their-files containers[0].namespaces.mount.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 mount
)"},
        {.name = "an ordinary user's files, for root itself",
         .container = kMount,
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 addPid(facts, NsKind::Mount, identity(20, kOther));
             },
         .plan = R"(
warning join-runs-their-files containers[0].namespaces.mount.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 mount
)"},
    };
}

QList<Golden> refused()
{
    return {
        {.name = "no such process",
         .container = kUts,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::Uts, {}, ESRCH); },
         .plan = "\nerror no-such-process containers[0].namespaces.uts.join.pid 7\n"},
        {.name = "the process went away",
         .container = kUts,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::Uts, {}, ENOENT); },
         .plan = "\nerror no-such-process containers[0].namespaces.uts.join.pid 7\n"},
        {.name = "no such file",
         .container = kUtsPath,
         .machine = [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ENOENT); },
         .plan = "\nerror no-such-path containers[0].namespaces.uts.join.path /run/x\n"},
        {.name = "a file on the way",
         .container = kUtsPath,
         .machine = [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ENOTDIR); },
         .plan = "\nerror no-such-path containers[0].namespaces.uts.join.path /run/x\n"},
        {.name = "can't be opened",
         .container = kUtsPath,
         .machine = [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ELOOP); },
         .plan = "\nerror unreadable containers[0].namespaces.uts.join.path /run/x → ELOOP\n"},
        {.name = "may not be opened",
         .container = kUtsPath,
         .machine = [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, EACCES); },
         .plan = R"(
session.root
note join-needs-administrator containers[0].namespaces.uts.join.path /run/x
outside open /run/x
outside clone3
inside setns /run/x uts
)"},
        {.name = "may not be opened, even by root",
         .container = kUtsPath,
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 addPath(facts, NsKind::Uts, {}, {}, EACCES);
             },
         .plan = "\nerror unreadable containers[0].namespaces.uts.join.path /run/x → EACCES\n"},
        {.name = "not a namespace",
         .container = kUtsPath,
         .machine = [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}); },
         .plan = "\nerror not-a-namespace containers[0].namespaces.uts.join.path /run/x\n"},
        {.name = "another kind",
         .container = kUtsPath,
         .machine =
             [](HostFacts &facts) {
                 addPath(facts, NsKind::Uts, NsKind::Network, identity(9, kOwn));
             },
         .plan = "\nerror wrong-kind containers[0].namespaces.uts.join.path network → uts\n"},
        {.name = "the own user namespace",
         .container = kUser,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::User, identity(kOwn, {})); },
         .plan = "\nerror join-own-user-namespace containers[0].namespaces.user.join.pid 7\n"},
        {.name = "the own user namespace, as root",
         .container = kUser,
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 addPid(facts, NsKind::User, identity(kOwn, {}));
             },
         .plan = "\nerror join-own-user-namespace containers[0].namespaces.user.join.pid 7\n"},
        {.name = "somebody's namespace",
         .container = kUts,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, kOwn)); },
         .plan = R"(
attach.other
note join-needs-administrator containers[0].namespaces.uts.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 uts
)"},
        {.name = "nobody tells whose",
         .container = kUts,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, {})); },
         .plan = R"(
attach.other
note join-needs-administrator containers[0].namespaces.uts.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 uts
)"},
        {.name = "owned by a user namespace that is not joined",
         .container = kUts,
         .machine = [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, kOther)); },
         .plan = "\nerror join-needs-user-namespace containers[0].namespaces.uts.join.pid 7 → 2\n"},
        {.name = "owned by another user namespace than the joined one",
         .container = kUserAndTwo,
         .machine =
             [](HostFacts &facts) {
                 addPid(facts, NsKind::User, identity(kOther, kOwn));
                 addPid(facts, NsKind::Uts, identity(20, kOther));
                 addPid(facts, NsKind::Network, identity(30, 3));
             },
         .plan
         = "\nerror join-needs-user-namespace containers[0].namespaces.network.join.pid 7 → 3\n"},
        {.name = "no pid",
         .container = R"({"namespaces": {"uts": {"join": {"pid": 0}}}})",
         .machine = asRoot,
         .plan = "\nerror no-such-process containers[0].namespaces.uts.join.pid 0\n"},
        {.name = "a relative path",
         .container = R"({"namespaces": {"uts": {"join": {"path": "run/x"}}}})",
         .machine = asRoot,
         .plan = "\nerror path-not-absolute containers[0].namespaces.uts.join.path run/x\n"},
        {.name = "an empty path",
         .container = R"({"namespaces": {"uts": {"join": {"path": ""}}}})",
         .machine = asRoot,
         .plan = "\nerror path-not-absolute containers[0].namespaces.uts.join.path\n"},
    };
}

} // namespace

QList<Golden> goldensOfJoins()
{
    return entered() + files() + refused();
}
