// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/model/hostfacts.h"

namespace nsw
{

/** A configuration looked at on this machine: what would be done, and who has to do it. */
struct Prepared {
    HostFacts facts;
    Plan plan;
    Privilege asked = Privilege::None; ///< what an administrator has to be asked for
};

/** Gathers the facts and plans. Changes nothing; takes about a millisecond. */
Prepared prepare(const Configuration &configuration);

/** The same with what is known of another machine. */
Prepared prepareWith(const HostFacts &facts, const Configuration &configuration);

/** None wherever the caller has the rights that the plan needs. */
Privilege askedFor(const Plan &plan, const HostFacts &facts);

} // namespace nsw
