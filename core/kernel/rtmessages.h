// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

#include <QHash>

#include <linux/netlink.h>

/** Messages of rtnetlink(7) as values. */
namespace nsw
{

using LinkNames = QHash<std::int32_t, QString>;

/** From RTM_NEWLINK. */
std::optional<Link> parseLink(const nlmsghdr *message);

/** From RTM_NEWLINK with its statistics. */
std::optional<LinkCounters> parseCounters(const nlmsghdr *message);

/** From RTM_NEWADDR, for inet and inet6. */
std::optional<InterfaceAddress> parseAddress(const nlmsghdr *message, const LinkNames &names);

/** From RTM_NEWROUTE, for inet and inet6: one for each next hop. */
QList<Route> parseRoutes(const nlmsghdr *message, const LinkNames &names);

} // namespace nsw
