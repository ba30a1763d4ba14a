// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

namespace nsw::cli
{

/** Each runs a command and returns the exit status of the program. An application object exists. */
int run(const Arguments &arguments);
int plan(const Arguments &arguments);
int inspect(const Arguments &arguments);
int tour(const Arguments &arguments);
int exportAsked(const Arguments &arguments);
int importAsked(const Arguments &arguments);
int replay(const Arguments &arguments);
int check(const Arguments &arguments);
int library(const Arguments &arguments);

/** Runs the command that the words ask for; not for Command::Window. */
int dispatch(const Arguments &arguments);

} // namespace nsw::cli
