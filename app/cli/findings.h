// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/session/prepare.h"

namespace nsw::cli
{

inline constexpr int kFailed = 1;
inline constexpr int kBadConfiguration = 2; ///< wrong usage as well
inline constexpr int kNotMade = 125; ///< a step failed, or there was nobody to make it
inline constexpr int kSignalBase = 128; ///< and the number of the signal that ended it

/** One line on standard error for each error and warning. */
void printFindings(const Findings &findings);

/** Reads the file, or "library:NAME". */
std::expected<Configuration, Finding> readConfiguration(const QString &file);
/** What can be said of a file that is no text of somebody's: empty, or a recording. */
std::optional<Finding> reasonAgainst(const QString &file);

/** Reads the file of the arguments, or says why not: on standard error, and as JSON where that was
 * asked for. */
std::optional<Configuration> load(const Arguments &arguments);

} // namespace nsw::cli
