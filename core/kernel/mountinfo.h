// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

namespace nsw
{

/** The lines of /proc/PID/mountinfo (proc_pid_mountinfo(5)), in the order of the file. */
Rows<MountPoint> parseMountinfo(QByteArrayView bytes);

/** Where a mount hangs, as far as a quick look needs it. */
struct MountPlace {
    std::int32_t id = 0;
    std::int32_t parent = 0;
    QByteArrayView target; ///< as the file has it, with its escapes
};

/** The same lines, of which only the places are read; views into `bytes`. */
QList<MountPlace> parseMountPlaces(QByteArrayView bytes);

} // namespace nsw
