// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/rows.h"
#include "core/model/acts/ipc.h"

namespace nsw
{

/** "0x0000002a": the key of a System V object, as ipcs(1) has it. */
QString ipcKeyText(const SysvObject &object);

/** How an object is called: "Message queue 0x0000002a, id 5". */
QString ipcName(IpcKind kind, const SysvObject &object);
QString ipcName(const PosixQueue &queue);

void compareIpc(const Sides<IpcFacet> &sides, Rows &rows);

} // namespace nsw
