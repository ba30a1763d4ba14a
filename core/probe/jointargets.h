// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/configuration.h"

#include <functional>
#include <vector>

namespace nsw
{

/**
 * What is to be joined, held from before it is judged until it is entered: the number of a process
 * can pass to another meanwhile, and a path can come to mean another file.
 */
struct HeldTarget {
    JoinTarget target;
    UniqueFd fd; ///< a pidfd, or the namespace; invalid: it is not there, or is no namespace
    Errno error; ///< why it can't be opened; 0: it can
};

/** Opens a path with O_PATH. */
using PathOpener = std::function<Result<UniqueFd>(const QString &path)>;

/** With the rights of the caller of this function. */
Result<UniqueFd> openOwnPath(const QString &path);

/** One for each target. `proc` is the caller's /proc. What is no namespace is never really opened:
 * that may have effects. */
std::vector<HeldTarget>
holdTargets(const Configuration &configuration, int proc, const PathOpener &open = openOwnPath);

/** The number of a process that is held still stands for it. */
bool isSameProcess(const HeldTarget &held);

} // namespace nsw
