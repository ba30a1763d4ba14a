// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

/** All processes that a /proc shows, read once for as many vantages as look through it. */
struct ProcessTable {
    QList<Process> processes;
    QList<Error> diagnostics;
};

/** `proc`: a directory fd of a /proc. */
Result<ProcessTable> readProcessTable(int proc);

/** Those in the PID namespace of the vantage and in its descendants. */
Result<ProcessesFacet> takeProcesses(const Vantage &vantage, const ProcessTable &table);

/** The same with a table of its own. */
Result<ProcessesFacet> takeProcesses(const Vantage &vantage);

} // namespace nsw
