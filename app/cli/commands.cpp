// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/help.h"
#include "app/cli/terminal.h"

namespace nsw::cli
{

int dispatch(const Arguments &arguments)
{
    switch (arguments.command) {
    case Command::Run:
        return run(arguments);
    case Command::Plan:
        return plan(arguments);
    case Command::Inspect:
        return inspect(arguments);
    case Command::Tour:
        return tour(arguments);
    case Command::Export:
        return exportAsked(arguments);
    case Command::Import:
        return importAsked(arguments);
    case Command::Replay:
        return replay(arguments);
    case Command::Check:
        return check(arguments);
    case Command::Library:
        return library(arguments);
    case Command::Version:
        writeOut(QStringLiteral("nsworkbench " NSW_VERSION "\n"));
        return 0;
    case Command::Help:
    case Command::Window:
        writeOut(helpText(arguments.topic));
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace nsw::cli
