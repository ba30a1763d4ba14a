// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace nsw
{

/** "SIGTERM"; the number alone for signals without a name, which real-time signals are. */
QString signalName(int signal);

/** Of "SIGTERM", "TERM", "term" or "15"; nothing when there is no such signal. */
std::optional<int> signalOfName(const QString &name);

/** Those with a name, in order. */
QStringList signalNames();

} // namespace nsw
