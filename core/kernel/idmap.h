// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/text.h"
#include "core/model/facets.h"

namespace nsw
{

/** The lines of /proc/PID/uid_map or gid_map (user_namespaces(7)); none while it is not written. */
Rows<MappedRange> parseIdMap(QByteArrayView bytes);

} // namespace nsw
