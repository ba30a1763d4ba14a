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
    return {inode, {}, owner, {}, {}};
}

void addPid(HostFacts &facts, NsKind kind, const NamespaceIdentity &identity, int error = 0)
{
    facts.joins << JoinFacts{JoinPid{7}, kind, Errno{error}, {}, identity};
}

void addPath(HostFacts &facts, NsKind kind, std::optional<NsKind> actual,
             const NamespaceIdentity &identity, int error = 0)
{
    facts.joins << JoinFacts{JoinPath{u"/run/x"_s}, kind, Errno{error}, actual, identity};
}

constexpr const char *kUserAndTwo = R"({"namespaces": {"user": {"join": {"pid": 7}},
    "uts": {"join": {"pid": 7}}, "network": {"join": {"pid": 7}}}, "command": ["sh"]})";
constexpr const char *kUts = R"({"namespaces": {"uts": {"join": {"pid": 7}}}})";
constexpr const char *kUtsPath = R"({"namespaces": {"uts": {"join": {"path": "/run/x"}}}})";
constexpr const char *kUser = R"({"namespaces": {"user": {"join": {"pid": 7}}}})";

QList<Golden> entered()
{
    return {
        {"one process, one setns, and its root", kUserAndTwo,
         [](HostFacts &facts) {
             addPid(facts, NsKind::User, identity(kOther, kOwn));
             addPid(facts, NsKind::Uts, identity(20, kOther));
             addPid(facts, NsKind::Network, identity(30, kOther));
         },
         R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 user,uts,network
inside setresgid 0
inside setresuid 0
inside execve sh in a child
)"},
        {"what the caller's own user namespace owns comes before the joined one", kUserAndTwo,
         [](HostFacts &facts) {
             asRoot(facts);
             addPid(facts, NsKind::User, identity(kOther, kOwn));
             addPid(facts, NsKind::Uts, identity(20, kOther));
             addPid(facts, NsKind::Network, identity(30, kOwn));
         },
         R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 network
inside setns pid 7 user,uts
inside setresgid 0
inside setresuid 0
inside execve sh in a child
)"},
        {"by path, each by itself", R"({"namespaces": {"uts": {"join": {"path": "/run/x"}},
            "network": {"join": {"path": "/run/x"}}, "ipc": {"join": {"pid": 7}}}})",
         asRoot, R"(
outside open /run/x
outside pidfd_open 7
outside clone3
inside setns /run/x uts
inside setns pid 7 ipc
inside setns /run/x network
)"},
        {"joined and new: new ones after the move",
         R"({"namespaces": {"network": {"join": {"path": "/run/x"}}, "uts": {"new": {"hostname": "red"}}}})",
         asRoot, R"(
outside open /run/x
outside clone3
inside setns /run/x network
inside clone3 uts sibling
inside sethostname red
)"},
        {"joined and new, unshared",
         R"({"method": "unshare", "namespaces": {"network": {"join": {"path": "/run/x"}}, "uts": {"new": {}}}})",
         asRoot, R"(
outside open /run/x
outside clone3
inside setns /run/x network
inside unshare uts
)"},
        {"PID is for children only: one more fork",
         R"({"namespaces": {"pid": {"join": {"pid": 7}}}, "command": ["sh"]})", asRoot, R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 pid
inside clone3 sibling
inside execve sh in a child
)"},
        {"PID, unshared", R"({"method": "unshare", "namespaces": {"pid": {"join": {"pid": 7}}}})", asRoot, R"(
outside pidfd_open 7
outside clone3
inside setns pid 7 pid
inside clone3 sibling
)"},
        {"in a joined user namespace binds are recursive", R"({"namespaces": {"user": {"join": {"pid": 7}},
            "mount": {"new": {"mounts": [{"type": "bind", "source": "/etc", "target": "/mnt"}]}}}})",
         [](HostFacts &facts) { addPid(facts, NsKind::User, identity(kOther, kOwn)); }, R"(
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

QList<Golden> refused()
{
    return {
        {"no such process", kUts,
         [](HostFacts &facts) { addPid(facts, NsKind::Uts, {}, ESRCH); },
         "\nerror no-such-process containers[0].namespaces.uts.join.pid 7\n"},
        {"the process went away", kUts,
         [](HostFacts &facts) { addPid(facts, NsKind::Uts, {}, ENOENT); },
         "\nerror no-such-process containers[0].namespaces.uts.join.pid 7\n"},
        {"no such file", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ENOENT); },
         "\nerror no-such-path containers[0].namespaces.uts.join.path /run/x\n"},
        {"a file on the way", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ENOTDIR); },
         "\nerror no-such-path containers[0].namespaces.uts.join.path /run/x\n"},
        {"can't be opened", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, ELOOP); },
         "\nerror unreadable containers[0].namespaces.uts.join.path /run/x → ELOOP\n"},
        {"may not be opened", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}, EACCES); }, R"(
root
note join-needs-administrator containers[0].namespaces.uts.join.path /run/x
outside open /run/x
outside clone3
inside setns /run/x uts
)"},
        {"may not be opened, even by root", kUtsPath,
         [](HostFacts &facts) {
             asRoot(facts);
             addPath(facts, NsKind::Uts, {}, {}, EACCES);
         },
         "\nerror unreadable containers[0].namespaces.uts.join.path /run/x → EACCES\n"},
        {"not a namespace", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, {}, {}); },
         "\nerror not-a-namespace containers[0].namespaces.uts.join.path /run/x\n"},
        {"another kind", kUtsPath,
         [](HostFacts &facts) { addPath(facts, NsKind::Uts, NsKind::Network, identity(9, kOwn)); },
         "\nerror wrong-kind containers[0].namespaces.uts.join.path network → uts\n"},
        {"the own user namespace", kUser,
         [](HostFacts &facts) { addPid(facts, NsKind::User, identity(kOwn, {})); },
         "\nerror join-own-user-namespace containers[0].namespaces.user.join.pid 7\n"},
        {"the own user namespace, as root", kUser,
         [](HostFacts &facts) {
             asRoot(facts);
             addPid(facts, NsKind::User, identity(kOwn, {}));
         },
         "\nerror join-own-user-namespace containers[0].namespaces.user.join.pid 7\n"},
        {"somebody's namespace", kUts,
         [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, kOwn)); }, R"(
root
note join-needs-administrator containers[0].namespaces.uts.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 uts
)"},
        {"nobody tells whose", kUts,
         [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, {})); }, R"(
root
note join-needs-administrator containers[0].namespaces.uts.join.pid 7
outside pidfd_open 7
outside clone3
inside setns pid 7 uts
)"},
        {"owned by a user namespace that is not joined", kUts,
         [](HostFacts &facts) { addPid(facts, NsKind::Uts, identity(9, kOther)); },
         "\nerror join-needs-user-namespace containers[0].namespaces.uts.join.pid 7 → 2\n"},
        {"owned by another user namespace than the joined one", kUserAndTwo,
         [](HostFacts &facts) {
             addPid(facts, NsKind::User, identity(kOther, kOwn));
             addPid(facts, NsKind::Uts, identity(20, kOther));
             addPid(facts, NsKind::Network, identity(30, 3));
         },
         "\nerror join-needs-user-namespace containers[0].namespaces.network.join.pid 7 → 3\n"},
        {"no pid", R"({"namespaces": {"uts": {"join": {"pid": 0}}}})", asRoot,
         "\nerror no-such-process containers[0].namespaces.uts.join.pid 0\n"},
        {"a relative path", R"({"namespaces": {"uts": {"join": {"path": "run/x"}}}})", asRoot,
         "\nerror path-not-absolute containers[0].namespaces.uts.join.path run/x\n"},
        {"an empty path", R"({"namespaces": {"uts": {"join": {"path": ""}}}})", asRoot,
         "\nerror path-not-absolute containers[0].namespaces.uts.join.path\n"},
    };
}

} // namespace

QList<Golden> goldensOfJoins()
{
    return entered() + refused();
}
