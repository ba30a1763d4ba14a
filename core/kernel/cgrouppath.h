// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

namespace nsw
{

/** The lines of /proc/PID/cgroup (cgroups(7)). */
Rows<CgroupPath> parseCgroupPaths(QByteArrayView bytes);

} // namespace nsw
