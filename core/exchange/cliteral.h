// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nsw
{

/** A string literal of C, on one line. */
QString cLiteral(const QString &text);

/** One of Go. */
QString goLiteral(const QString &text);

} // namespace nsw
