// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/prepare.h"

#include "core/plan/planner.h"

namespace nsw
{

Prepared prepareWith(const HostFacts &facts, const Configuration &configuration)
{
    Prepared prepared;
    prepared.facts = facts;
    prepared.plan = plan(configuration, prepared.facts);
    prepared.asked = askedFor(prepared.plan, prepared.facts);
    return prepared;
}

Privilege askedFor(const Plan &plan, const HostFacts &facts)
{
    const bool hasRights = facts.uid == 0 && facts.sysAdmin;
    return hasRights ? Privilege::None : plan.privilege;
}

} // namespace nsw
