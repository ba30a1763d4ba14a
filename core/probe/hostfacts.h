// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"

namespace nsw
{

/** Looks at the machine and at the targets that the configuration joins. Changes nothing. */
HostFacts gatherHostFacts(const Configuration &configuration);

/** The same through another /proc: a directory fd, which may be that of a recorded tree. */
HostFacts gatherHostFacts(const Configuration &configuration, int proc);

} // namespace nsw
