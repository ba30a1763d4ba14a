// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"

#include <cstdint>
#include <vector>

#include <linux/filter.h>

/** What processes of ours give up, since they do not need it. */
namespace nsw
{

/**
 * As root: nobody without CAP_SYS_PTRACE gets at this process and those that it makes. For an
 * ordinary user nothing: an undumpable process belongs to root in /proc, and the supervisor could
 * neither write the maps of what it makes nor see its namespaces.
 */
void hideFromTracers();

/**
 * Nothing that was inherited from who started the helper: an environment of two variables, a
 * session keyring of its own, and as root no supplementary groups, which a process would keep that
 * joins somebody's user namespace.
 */
void forgetOrigin();

/**
 * Keeps those capabilities that steps, looks and acts of such a session need. What root executes
 * has all of them again: a command that is to be root is. But where nothing is executed, nothing
 * that could be would have any, nor gain any.
 */
void dropCapabilities(Privilege grant);

/** The capabilities that are kept, as bits. */
std::uint64_t keptCapabilities(Privilege grant);

/** A list of system calls; all others answer EPERM. Made once, installed by any number of
 * processes, for good: none of them executes anything. */
class CallFilter
{
public:
    /** What a prober needs all its life, the init of a container once the command runs, and a
     * supervisor that only looks: probers are its children, and have what both allow. */
    static const CallFilter &ofProber();
    static const CallFilter &ofInit();
    static const CallFilter &ofInspector();

    /** A filter that could not be made, or is not taken, leaves the process as it was: false. */
    [[nodiscard]] bool install() const;

private:
    explicit CallFilter(const std::vector<const char *> &calls);

    std::vector<sock_filter> m_program;
};

} // namespace nsw
