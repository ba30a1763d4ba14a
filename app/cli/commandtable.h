// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

namespace nsw::cli
{

/** What a command takes. */
struct CommandInfo {
    QLatin1StringView name;
    Command command{};
    int fewest = 0; ///< arguments, options apart
    int most = 0;
    QLatin1StringView options;
};

/** Null when there is none of this name. */
const CommandInfo *commandCalled(const QString &name);

} // namespace nsw::cli
