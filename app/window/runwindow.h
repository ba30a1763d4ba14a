// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace nsw
{

/** Makes the application and its window, with `file` open unless it is empty; gives the exit
 * status. */
int runWindow(int argc, char **argv, const QString &file);

} // namespace nsw
