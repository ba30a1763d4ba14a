// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/actform.h"

namespace nsw
{

/** What can be done to IPC objects. */
QList<ActOffer> ipcActs();

} // namespace nsw
