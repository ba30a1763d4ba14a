// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/userrights.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include <grp.h>
#include <linux/keyctl.h>
#include <sys/capability.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct FreeCapabilities {
    void operator()(cap_t capabilities) const { static_cast<void>(::cap_free(capabilities)); }
};
using CapabilitySet = std::unique_ptr<std::remove_pointer_t<cap_t>, FreeCapabilities>;

bool has(const CapabilitySet &set, int capability, cap_flag_t flag)
{
    cap_flag_value_t value = CAP_CLEAR;
    return set && ::cap_get_flag(set.get(), capability, flag, &value) == 0 && value == CAP_SET;
}

bool giveEffect(const CapabilitySet &set, int capability, cap_flag_value_t value)
{
    return set && ::cap_set_flag(set.get(), CAP_EFFECTIVE, 1, &capability, value) == 0
        && ::cap_set_proc(set.get()) == 0;
}

/** The supplementary groups of whoever made the other end (Linux 4.13). */
Result<std::vector<gid_t>> groupsOfPeer(int socket)
{
    std::vector<gid_t> groups;
    socklen_t size = 0;
    // Without room the kernel says how much it takes.
    while (::getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &size) != 0) {
        if (errno != ERANGE || size <= groups.size() * sizeof(gid_t)) {
            return failure("getsockopt"_L1, "SO_PEERGROUPS"_L1);
        }
        groups.resize(size / sizeof(gid_t));
    }
    groups.resize(size / sizeof(gid_t));
    return groups;
}

} // namespace

Result<void> keepOnly(const std::vector<int> &kept, const std::vector<int> &toRaise)
{
    const CapabilitySet now(::cap_get_proc());
    const CapabilitySet none(::cap_init());
    std::vector<int> had;
    std::ranges::copy_if(toRaise, std::back_inserter(had), [&](int capability) {
        return has(now, capability, CAP_PERMITTED);
    });
    const auto set = [&](cap_flag_t flag, const std::vector<int> &capabilities) {
        return capabilities.empty()
            || ::cap_set_flag(none.get(),
                              flag,
                              static_cast<int>(capabilities.size()),
                              capabilities.data(),
                              CAP_SET)
            == 0;
    };
    if (!none || !set(CAP_PERMITTED, kept) || !set(CAP_PERMITTED, had) || !set(CAP_EFFECTIVE, kept)
        || ::cap_set_proc(none.get()) != 0) {
        return failure("capset"_L1);
    }
    return {};
}

RaisedCapability::RaisedCapability(std::optional<int> raised)
    : m_raised(raised)
{
}

RaisedCapability::RaisedCapability(RaisedCapability &&other) noexcept
    : m_raised(std::exchange(other.m_raised, std::nullopt))
{
}

RaisedCapability::~RaisedCapability()
{
    if (m_raised && !giveEffect(CapabilitySet(::cap_get_proc()), *m_raised, CAP_CLEAR)) {
        ::_exit(EXIT_FAILURE); // rather nothing than with a right that is not to be used
    }
}

Result<RaisedCapability> RaisedCapability::raise(int capability)
{
    const CapabilitySet now(::cap_get_proc());
    if (has(now, capability, CAP_EFFECTIVE) || !has(now, capability, CAP_PERMITTED)) {
        return RaisedCapability(std::nullopt);
    }
    if (!giveEffect(now, capability, CAP_SET)) {
        return failure("capset"_L1);
    }
    return RaisedCapability(capability);
}

Result<void> becomeUserWhoMapsIds(int socket, uid_t expected)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
        return failure("getsockopt"_L1, "SO_PEERCRED"_L1);
    }
    if (peer.uid != expected) {
        return failure("getsockopt"_L1, "SO_PEERCRED"_L1, EPERM);
    }
    const auto groups = groupsOfPeer(socket);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    // Groups while it is root still. What it may do outlives the change of the user, then is cut.
    if (::setgroups(groups->size(), groups->data()) != 0
        || ::setresgid(peer.gid, peer.gid, peer.gid) != 0 || ::prctl(PR_SET_KEEPCAPS, 1) != 0
        || ::setresuid(peer.uid, peer.uid, peer.uid) != 0) {
        return failure("setresuid"_L1);
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return failure("prctl"_L1, "PR_SET_NO_NEW_PRIVS"_L1);
    }
    const auto kept = keepOnly({CAP_SETUID, CAP_SETGID}, {CAP_NET_ADMIN});
    makeUndumpable(); // the change of ids made it what fs.suid_dumpable says
    return kept;
}

Result<void> takeOwnKeyring()
{
    if (::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr) < 0 && errno != ENOSYS) {
        return failure("keyctl"_L1, "KEYCTL_JOIN_SESSION_KEYRING"_L1);
    }
    return {};
}

DumpableChildren::DumpableChildren(bool wanted)
    : m_isWanted(wanted && makeDumpable()) // else the maps can't be written: a step that fails
{
}

DumpableChildren::~DumpableChildren()
{
    if (m_isWanted) {
        makeUndumpable();
    }
}

bool DumpableChildren::makeDumpable()
{
    return ::prctl(PR_SET_DUMPABLE, 1) == 0;
}

} // namespace nsw
