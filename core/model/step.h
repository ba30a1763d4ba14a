// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/operation.h"
#include "core/model/privilege.h"

/** Steps: what the planner makes of a configuration, and what is executed, shown and exported. */
namespace nsw
{

/** Who makes the call. */
enum class Actor : std::uint8_t {
    Outside, ///< the supervisor, in the namespaces of whoever started it
    Inside, ///< the process that becomes the container, from the moment it exists
};
template<>
struct EnumNames<Actor> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("outside"),
                                                              QLatin1StringView("inside")};
};

struct Step {
    std::int32_t n = 0; ///< from 1
    Actor actor = Actor::Outside;
    Operation operation;
    bool isSkipped = false; ///< it is not made
    bool operator==(const Step &) const = default;
};

/** `{"n": 3, "actor": "inside", "call": "sethostname", "args": {…}}`, with `"skipped": true` where
 * it is. */
template<>
struct CustomCodec<Step> {
    static void write(const Step &step, QCborStreamWriter &to);
    static Decoded<Step> decode(CborReader &from);
};

struct Plan {
    QString container;
    QList<Step> steps;
    Findings findings;
    Privilege privilege = Privilege::None; ///< to carry it out; findings say why
    bool operator==(const Plan &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &Plan::container),
                          field("steps", &Plan::steps),
                          field("findings", &Plan::findings),
                          field("privilege", &Plan::privilege)};
    }
};

} // namespace nsw
