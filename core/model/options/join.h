// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

#include <variant>

/** Namespaces that are there already (setns(2)). */
namespace nsw
{

struct JoinPid {
    static constexpr QLatin1StringView kTag{"pid"};
    std::int32_t value = 0;
    bool operator==(const JoinPid &) const = default;
};

struct JoinPath {
    static constexpr QLatin1StringView kTag{"path"};
    QString value;
    bool operator==(const JoinPath &) const = default;
};

using JoinTarget = std::variant<JoinPid, JoinPath>;

/** Enter a namespace that exists: that of a process, or the one a file stands for. */
struct Join {
    static constexpr QLatin1StringView kTag{"join"};
    JoinTarget value;
    bool operator==(const Join &) const = default;
};

} // namespace nsw
