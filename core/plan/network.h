// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

/** At most 15 of a-z, 0-9, dot, underscore and hyphen, and none that stands for others. */
void checkLinkName(const QString &link, const Checker &checker);

void checkNetwork(const NewNetwork &choice, const Checker &checker);

/**
 * A link outside takes a right in the network namespace of the machine, and must not get in the way
 * of what is there. Where it is somebody else's right, its name and network are ones that mean
 * nothing to anybody: a firewall rule may trust a name, and a route takes all that goes to its
 * network, also what others send there.
 */
void judgeNetwork(const NewNetwork &choice, Draft &draft);

void setUpNetwork(const NewNetwork &choice, Draft &draft);

} // namespace nsw
