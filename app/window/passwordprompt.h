// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nsw
{

/** This program was started by ssh(1) to ask what its argument says (SSH_ASKPASS). */
bool isPasswordPrompt();

/** Asks, and writes the answer to the standard output; gives the exit status. */
int runPasswordPrompt(int argc, char **argv);

} // namespace nsw
