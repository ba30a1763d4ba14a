// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <cstdint>

namespace nsw
{

/**
 * What an administrator has to agree to, and what was agreed to. But for the first, each name is
 * that of an action of polkit, below org.nsworkbench.helper.
 */
enum class Privilege : std::uint8_t {
    None, ///< nothing: it runs as whoever starts it
    Inspect, ///< to look at everybody's processes, and to change nothing
    Assisted, ///< subordinate IDs in the maps of a user namespace; what runs in it is the user's
    Attach, ///< to join processes that are somebody else's, as root
    Root, ///< namespaces without a user namespace, as root: everything
};
template<>
struct EnumNames<Privilege> {
    static constexpr std::array<QLatin1StringView, 5> kValues{QLatin1StringView("none"),
                                                              QLatin1StringView("inspect"),
                                                              QLatin1StringView("session.assisted"),
                                                              QLatin1StringView("attach.other"),
                                                              QLatin1StringView("session.root")};
};

} // namespace nsw
