// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

namespace nsw
{

/** The lines of /proc/PID/mountinfo (proc_pid_mountinfo(5)), in the order of the file. */
Rows<MountPoint> parseMountinfo(QByteArrayView bytes);

} // namespace nsw
