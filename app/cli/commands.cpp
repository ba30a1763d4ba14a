// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/findings.h"
#include "app/cli/help.h"
#include "app/cli/terminal.h"
#include "app/text/advice.h"
#include "app/text/translate.h"

#include <csignal>

namespace nsw::cli
{

namespace
{

int perform(const Arguments &arguments)
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

} // namespace

int dispatch(const Arguments &arguments)
{
    const int status = perform(arguments);
    if (outputError() == 0) {
        return status;
    }
    writeError(translate("Cli", "Standard output can't be written: %1.")
                   .arg(words::meaning(Errno{outputError()})));
    return status == 0 || status == kSignalBase + SIGPIPE ? kFailed : status;
}

} // namespace nsw::cli
