// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/prepare.h"

namespace nsw::cli
{

inline constexpr int kFailed = 1;
inline constexpr int kBadConfiguration = 2; ///< wrong usage as well
inline constexpr int kNotMade = 125; ///< a step failed, or there was nobody to make it
inline constexpr int kSignalBase = 128; ///< and the number of the signal that ended it

/** One line on standard error for each error and warning. */
void printFindings(const Findings &findings);

/** Reads the file, or "library:NAME", or says on standard error why not. */
std::optional<Configuration> load(const QString &file);

} // namespace nsw::cli
