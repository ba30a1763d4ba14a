// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <sys/types.h>

/** Links made and removed, in the caller's network namespace (rtnetlink(7)). */
namespace nsw
{

/**
 * The group of all links that a supervisor makes outside. They go with it, also where somebody
 * keeps the network namespace of the other ends open.
 */
std::uint32_t linkGroupOf(pid_t supervisor);

/**
 * A pair of links of the kind veth: `outside` here, in this group, and `inside` in the network
 * namespace that `network` is a descriptor of. The kernel makes both or none.
 */
Result<void>
addVeth(const QString &outside, const QString &inside, int network, std::uint32_t group);

/** All links of a group, and with each of them its other end. ENODEV: there was none. */
Result<void> removeLinks(std::uint32_t group);

} // namespace nsw
