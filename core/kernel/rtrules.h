// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

#include <linux/netlink.h>

namespace nsw
{

/** From RTM_NEWRULE, for inet and inet6. */
std::optional<RoutingRule> parseRule(const nlmsghdr *message);

} // namespace nsw
