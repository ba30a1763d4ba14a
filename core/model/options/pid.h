// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw
{

struct NewPid {
    static constexpr QLatin1StringView kTag{"new"};
    bool mountProc = true; ///< has an effect only where the mount namespace is new too
    bool init = false; ///< PID 1 is an init that reaps, and the command its child; else the command
                       ///< is PID 1
    bool operator==(const NewPid &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mountProc", &NewPid::mountProc), field("init", &NewPid::init)};
    }
};

} // namespace nsw
