// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

namespace nsw
{

/** How far a run has to be before it is compared. */
enum class Extent : std::uint8_t {
    Made, ///< all steps were made and both sides seen: what the command does is not judged
    Whole, ///< the run is over
};

/** What a state shows, with every member that can be told. */
Expectation seenIn(const SessionState &state);

/**
 * What is to be saved of a state: without what is the machine's own, which is different on another.
 * What the command wrote is in it where it ended and wrote little.
 */
Expectation expectationOf(const SessionState &state);

/** Of a configuration that is not run, for these reasons. */
Expectation expectationOf(const Findings &refusal);

/** One finding (FindingCode::Diverges) for each member of `expected` that came out otherwise. */
Findings divergences(const Expectation &expected, const Expectation &seen, Extent extent);

/** All steps were made and what they made was seen, or the run failed: Extent::Made can be judged.
 */
bool isMade(const SessionState &state);

/**
 * What was seen when all was made and the command had done nothing yet. Later looks tell what the
 * command did, or find a container that is just ending.
 */
class FirstSight
{
public:
    /** After each event. */
    void follow(const SessionState &state);
    /** That state, with the facets of the first sight where there was one. */
    [[nodiscard]] SessionState of(const SessionState &state) const;

private:
    std::optional<decltype(SessionState::facets)> m_facets;
};

} // namespace nsw
