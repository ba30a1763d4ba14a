// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <array>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_L1;

std::span<const Target> targets()
{
    static constexpr std::array kTargets{
        Target{.name = "request"_L1, .feed = feedRequest},
        Target{.name = "event"_L1, .feed = feedEvent},
        Target{.name = "frames"_L1, .feed = feedFrames},
        Target{.name = "configuration"_L1, .feed = feedConfiguration},
        Target{.name = "plan"_L1, .feed = feedPlan},
        Target{.name = "exchange"_L1, .feed = feedExchange},
        Target{.name = "idmap"_L1, .feed = feedIdMap},
        Target{.name = "mountinfo"_L1, .feed = feedMountinfo},
        Target{.name = "status"_L1, .feed = feedStatus},
        Target{.name = "stat"_L1, .feed = feedStat},
        Target{.name = "subordinates"_L1, .feed = feedSubordinates},
        Target{.name = "proctexts"_L1, .feed = feedProcTexts},
        Target{.name = "helper"_L1, .feed = feedHelper},
        Target{.name = "blob"_L1, .feed = feedBlob},
        Target{.name = "recording"_L1, .feed = feedRecording},
    };
    return kTargets;
}

} // namespace nsw::fuzz
