// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/privilege.h"

namespace nsw
{

/** What covers both: each of them alone, or root's rights. */
Privilege together(Privilege one, Privilege other);

/** True when a container only joins processes, which is all that Privilege::Attach is for. */
bool onlyAttaches(const Namespaces &namespaces);

/**
 * Whether a container may be made in a session with this grant. `needed` is what the plan of it
 * says, made with the rights that the supervisor has: with root's it needs nothing more, so the
 * container itself is looked at too.
 */
bool covers(Privilege grant, Privilege needed, const Namespaces &namespaces);

} // namespace nsw
