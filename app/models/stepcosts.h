// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

namespace nsw
{

/** What a step's time is spent on. */
enum class CostPart : std::uint8_t {
    Namespaces, ///< they are made or entered: clone3, unshare, setns
    SetUp, ///< what is in them is set up: maps, mounts, names, links, credentials
    Command, ///< the command is started
};
inline constexpr std::array kAllCostParts{
    CostPart::Namespaces,
    CostPart::SetUp,
    CostPart::Command,
};

/** A step that was made, and what it took. */
struct StepCost {
    Step step;
    CostPart part = CostPart::SetUp;
    std::int64_t microseconds = 0;
    double share = 0; ///< of all steps together, 0 to 1
    bool failed = false;
    bool operator==(const StepCost &) const = default;
};

QList<StepCost> costsOf(const QList<StepState> &steps);
std::int64_t sumOf(const QList<StepCost> &costs, CostPart part);

QString partName(CostPart part);
/** "1,234 µs" */
QString microsecondsText(std::int64_t microseconds);
/** The numbers that matter, in a few sentences. */
QString spokenCosts(const QList<StepCost> &costs);

} // namespace nsw
