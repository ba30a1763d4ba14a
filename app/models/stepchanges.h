// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"

#include <QMap>

namespace nsw
{

/** From one pause to the next: what the steps between them changed, as the cards show it. */
class StepChanges
{
public:
    /** Each state of the session in turn, as it is shown. */
    void follow(const SessionState &state);
    /** Marks what differs from before these steps. */
    void mark(FacetSummary &summary) const;

private:
    using Summaries = QMap<FacetKind, FacetSummary>;

    std::optional<StepRange> m_steps; ///< made since the pause before; absent: nobody steps
    Summaries m_before;
    Summaries m_atPause;
};

} // namespace nsw
