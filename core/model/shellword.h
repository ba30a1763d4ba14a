// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nsw
{

/** The word as a POSIX shell reads it: as it is where nothing in it is special, else in quotes. */
QString shellWord(const QString &word);

} // namespace nsw
