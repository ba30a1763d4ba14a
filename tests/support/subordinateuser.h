// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/probe/subordinate.h"

namespace nsw::test
{

/** Maps the ids that are set aside for a user, which takes an administrator. */
inline NewUser subordinateUser(uid_t user)
{
    NewUser mapped;
    const Subordinates ids = subordinatesOf(user);
    for (const SubordinateRange &range : ids.uids) {
        mapped.uidMap << IdRange{.inside = 1, .outside = {range.first}, .count = range.count};
    }
    for (const SubordinateRange &range : ids.gids) {
        mapped.gidMap << IdRange{.inside = 1, .outside = {range.first}, .count = range.count};
    }
    return mapped;
}

} // namespace nsw::test
