// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace nsw
{

/** Makes the application and its window, with `file` open and connected to `host` unless they are
 * empty; gives the exit status. */
int runWindow(int argc, char **argv, const QString &file, const QString &host);

} // namespace nsw
