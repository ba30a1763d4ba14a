// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"
#include "app/text/compare.h"

namespace nsw
{

/** How the namespaces of a facet stand to each other. */
enum class Isolation : std::uint8_t {
    Unknown, ///< there is no inside, or a number can't be read
    Shared, ///< one namespace for both
    Isolated, ///< two
    Partly, ///< of all kinds together: some are isolated
    Unchanged, ///< of two moments: nothing differs
    Changed,
};

/** The steps from one to another, by their numbers. */
struct StepRange {
    std::int32_t first = 0;
    std::int32_t last = 0;
    bool operator==(const StepRange &) const = default;
};

/** All that a card says about one facet. */
struct FacetSummary {
    Comparison comparison;
    bool hasInside = false; ///< or, of two moments, the later one
    Isolation isolation = Isolation::Unknown;
    QString outsideNumber; ///< of the namespace; empty where none is known
    QString insideNumber;
    int isolatedKinds = 0; ///< for Isolation::Partly
    std::optional<StepRange> changedBy; ///< the steps that changed it: its rows say where
    bool isElsewhere = false; ///< with them the inside came into another namespace
    bool operator==(const FacetSummary &other) const;
};

FacetSummary summarise(FacetKind kind, const SessionState &state);

/** One side at two moments. */
struct TwoMoments {
    SessionState then;
    SessionState now;
    Side side = Side::Inside;
};
FacetSummary summariseMoments(FacetKind kind, const TwoMoments &moments);

} // namespace nsw
