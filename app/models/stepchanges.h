// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"

#include <QMap>

namespace nsw
{

/** From one pause to the next: what the step between them changed, as the cards show it. */
class StepChanges
{
public:
    /** Each state of the session in turn, as it is shown. */
    void follow(const SessionState &state);
    /** Marks what differs from before the step. */
    void mark(FacetSummary &summary) const;

private:
    using Summaries = QMap<FacetKind, FacetSummary>;

    std::optional<std::int32_t> m_step; ///< that was made last; absent: nobody steps
    qsizetype m_made = 0; ///< how many were made at the last pause
    Summaries m_before;
    Summaries m_atPause;
};

} // namespace nsw
