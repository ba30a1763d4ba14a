// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/step.h"

/** What the planner makes of a container on a machine, as text. */
struct Golden {
    const char *name;
    const char *container; ///< JSON; without a name and namespaces these are filled in
    void (*machine)(nsw::HostFacts &facts); ///< changes the facts of an ordinary user
    const char *plan; ///< as textOf() has it
};

QList<Golden> goldensOfSteps();
QList<Golden> goldensOfJoins();
QList<Golden> goldensOfFindings();
QList<Golden> goldensOfGuards();
QList<Golden> goldensOfPrivilege();
QList<Golden> goldensOfNetwork();

/** An ordinary user, 1000:1000, on a machine with everything, up for 1000 seconds. */
nsw::HostFacts ordinaryUser();

/** An ordinary user's machine as it is, and with root asking. */
void asUser(nsw::HostFacts &facts);
void asRoot(nsw::HostFacts &facts);

/** One line for each finding, then for each step; before them what has to be granted. */
QString textOf(const nsw::Plan &plan);
