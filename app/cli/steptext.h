// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/stepchanges.h"

#include <QCborMap>

#include <set>

namespace nsw::cli
{

/** What is told at a pause, for people and for programs. */
struct Pause {
    const SessionState &state;
    const std::optional<StepChange> &change; ///< since the pause before
};

/** What the last steps changed, facet by facet, and the step that is next with its sentences. */
QString pauseText(const Pause &pause);
QCborMap pauseMap(const Pause &pause);

/** The steps of the plan: what they returned, which is next, where it will pause. */
QString stepListText(const SessionState &state, const std::set<std::int32_t> &breakpoints);

/** What differs inside; of one facet, all of it. */
QString facetsText(const SessionState &state, std::optional<FacetKind> only);
QCborMap facetsMap(const SessionState &state, std::optional<FacetKind> only);

} // namespace nsw::cli
