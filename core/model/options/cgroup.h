// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

struct NewCgroup {
    static constexpr QLatin1StringView kTag{"new"};
    bool operator==(const NewCgroup &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

} // namespace nsw
