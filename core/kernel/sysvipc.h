// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

namespace nsw
{

/** The lines of /proc/sysvipc/msg, sem and shm (proc_sysvipc(5)), without the header. */
Rows<SysvObject> parseMessageQueues(QByteArrayView bytes);
Rows<SysvObject> parseSemaphoreSets(QByteArrayView bytes);
Rows<SysvObject> parseSharedMemory(QByteArrayView bytes);

} // namespace nsw
