// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/operations/ipc.h"
#include "core/run/perform.h"

/** The calls of System V IPC and of POSIX queues. What exists already is not taken (EEXIST). */
namespace nsw
{

Outcome makeIpc(const op::Msgget &operation);
Outcome makeIpc(const op::Semget &operation);
Outcome makeIpc(const op::Shmget &operation);
Outcome makeIpc(const op::MqOpen &operation);
Outcome makeIpc(const op::Msgctl &operation);
Outcome makeIpc(const op::Semctl &operation);
Outcome makeIpc(const op::Shmctl &operation);
Outcome makeIpc(const op::MqUnlink &operation);

} // namespace nsw
