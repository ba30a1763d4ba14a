// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/hostfacts.h"

/** How a client that is on another machine than its supervisor learns what it plans with. */
namespace nsw
{

/** What does the planner have to know of the supervisor's machine for this configuration? */
struct FactsRequest {
    static constexpr QLatin1StringView kTag{"facts"};
    std::int32_t id = 0; ///< stands in the answer
    Configuration configuration;
    bool operator==(const FactsRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &FactsRequest::id),
                          requiredField("configuration", &FactsRequest::configuration)};
    }
};

struct FactsEvent {
    static constexpr QLatin1StringView kTag{"facts"};
    std::int32_t id = 0;
    HostFacts facts;
    bool operator==(const FactsEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &FactsEvent::id),
                          requiredField("facts", &FactsEvent::facts)};
    }
};

} // namespace nsw
