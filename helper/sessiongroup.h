// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QByteArray>

#include <chrono>
#include <vector>

#include <sys/types.h>

namespace nsw
{

/**
 * A control group for one session (cgroups(7), the unified hierarchy): nsworkbench/UID-TIME, below
 * where that is mounted. What runs in it is not that of the service which started it, and can be
 * ended wherever it went.
 *
 * A group is locked (flock(2)) by all who have this object, in whichever process: when none of them
 * is left, nobody is who would end it.
 */
class SessionGroup
{
public:
    /** With the limits of contract.h, as far as the machine hands those controllers out. Fails
     * where there is no such hierarchy, or nothing can be made in it. */
    static Result<SessionGroup> make(uid_t user);

    /** Moves the caller into it. */
    [[nodiscard]] Result<void> enter() const;
    /** Moves the caller out of any group of a service, so that it does not end with that. */
    [[nodiscard]] Result<void> standApart() const;

    void kill() const;
    /** Once it is empty, for which this waits a while. What is still there is left to a sweep. */
    void remove() const;

    [[nodiscard]] std::vector<int> descriptors() const;
    /** What keeps the lock. */
    [[nodiscard]] UniqueFd takeLock() { return std::move(m_group); }

private:
    UniqueFd m_hierarchy;
    UniqueFd m_group;
    QByteArray m_name;
};

/** Kills and removes groups that nobody holds. Waits for each as long as that. */
void sweepSessionGroups(std::chrono::milliseconds patience = std::chrono::milliseconds(100));

} // namespace nsw
