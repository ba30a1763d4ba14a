// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/model/hostfacts.h"

namespace nsw
{

/** A configuration looked at on a machine: what would be done, and who has to do it. */
struct Prepared {
    HostFacts facts;
    Plan plan;
    Privilege asked = Privilege::None; ///< what an administrator has to be asked for
};

/** With what the supervisor there says. Changes nothing and waits for nothing. */
Prepared prepareWith(const HostFacts &facts, const Configuration &configuration);

/** None wherever the caller has the rights that the plan needs. */
Privilege askedFor(const Plan &plan, const HostFacts &facts);

} // namespace nsw
