// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <optional>
#include <vector>

#include <sys/types.h>

namespace nsw
{

/**
 * Turns this process, which is root's, into one of the user who made the other end of `socket`:
 * user, group and supplementary groups as that process had them then, as the kernel tells. It keeps
 * CAP_SETUID and CAP_SETGID, which writing subordinate IDs into a map takes, and CAP_NET_ADMIN to
 * raise for a link outside, and nothing else; what it executes gets none of them, nor anything of a
 * set-user-ID program. It is not dumpable.
 *
 * Fails when that user is not `expected`. After a failure the process is not to be used.
 */
Result<void> becomeUserWhoMapsIds(int socket, uid_t expected);

/** The caller keeps these capabilities and no other; the second ones, as far as it has them, have
 * no effect until they are raised. */
Result<void> keepOnly(const std::vector<int> &kept, const std::vector<int> &toRaise = {});

/** A capability has effect during the life of this object, where the caller is permitted it. */
class RaisedCapability
{
public:
    static Result<RaisedCapability> raise(int capability);
    ~RaisedCapability();
    RaisedCapability(RaisedCapability &&other) noexcept;
    RaisedCapability &operator=(RaisedCapability &&) = delete;
    RaisedCapability(const RaisedCapability &) = delete;
    RaisedCapability &operator=(const RaisedCapability &) = delete;

private:
    explicit RaisedCapability(std::optional<int> raised);

    std::optional<int> m_raised; ///< absent: it had effect before, or can't have any
};

/**
 * A session keyring of this process's own, and of what it makes: whoever possesses a keyring has
 * rights on the keys in it, whatever the uid is (keyrings(7)). Nothing where the kernel has no
 * keys.
 */
Result<void> takeOwnKeyring();

/**
 * The files of a process below /proc are root's while the process is not dumpable. Children that
 * are made during the life of this object are dumpable, so that the user may write their ID maps.
 * Nobody gets hold of this process by that: whoever traces it needs the capabilities that it has.
 * Afterwards it is not dumpable, whatever it was.
 */
class DumpableChildren
{
public:
    explicit DumpableChildren(bool wanted);
    ~DumpableChildren();
    DumpableChildren(const DumpableChildren &) = delete;
    DumpableChildren &operator=(const DumpableChildren &) = delete;
    DumpableChildren(DumpableChildren &&) = delete;
    DumpableChildren &operator=(DumpableChildren &&) = delete;

    /** Makes the caller dumpable (prctl(2)); false when it can't be. */
    static bool makeDumpable();

private:
    bool m_isWanted;
};

} // namespace nsw
