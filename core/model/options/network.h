// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

struct NewNetwork {
    static constexpr QLatin1StringView kTag{"new"};
    bool loopback = true;
    bool operator==(const NewNetwork &) const = default;
    static constexpr auto fields() { return std::tuple{field("loopback", &NewNetwork::loopback)}; }
};

} // namespace nsw
