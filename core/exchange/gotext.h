// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nsw
{

/** The functions that a program of Go needs, those alone that `body` calls. */
QString goFunctions(const QString &body);

} // namespace nsw
