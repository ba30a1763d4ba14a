// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"
#include "app/session/history.h"

namespace nsw
{

/** From one pause to the next: the steps that were made, and what was before them. */
struct StepChange {
    StepRange steps;
    SessionState before;
};

/** Whether steps are made one by one, or are still being made. */
bool isStepping(const SessionState &state);

/** Of the last two pauses up to this event; nothing while nobody steps. */
std::optional<StepChange> lastChange(const History &history, qint64 serial);

/** Marks in what is shown now what differs from before these steps. */
void markChange(const StepChange &change, FacetSummary &summary);

} // namespace nsw
