// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nsw::cli
{

/** What --help prints: of the whole program, or of one command. */
QString helpText(const QString &topic);

} // namespace nsw::cli
