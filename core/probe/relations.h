// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/processes.h"

namespace nsw
{

/** Of the namespaces in which these processes are. */
RelationsFacet takeRelations(const Vantage &vantage, const QList<Process> &processes);

/** Of all that the /proc shows. */
Result<RelationsFacet> takeRelations(const Vantage &vantage);

} // namespace nsw
