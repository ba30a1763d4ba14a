// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/operations/credentials.h"
#include "core/model/operations/ipc.h"
#include "core/model/operations/mount.h"
#include "core/model/operations/network.h"
#include "core/model/operations/process.h"
#include "core/model/operations/settings.h"
#include "core/model/operations/terminal.h"

/**
 * Operations: system calls. `kTag` is the call's name, the fields are the arguments as the manual
 * page of the call names them.
 */
namespace nsw
{

using Operation = std::variant<op::PidfdOpen,
                               op::Open,
                               op::Clone3,
                               op::Unshare,
                               op::Setns,
                               op::Write,
                               op::Mount,
                               op::MountSetattr,
                               op::Mkdir,
                               op::Sethostname,
                               op::Setdomainname,
                               op::LinkFlags,
                               op::Setgroups,
                               op::Setresgid,
                               op::Setresuid,
                               op::Chdir,
                               op::Execve,
                               op::Umount,
                               op::Kill,
                               op::PidfdSendSignal,
                               op::NewAddress,
                               op::NewVeth,
                               op::NetworkSetting,
                               op::Msgget,
                               op::Semget,
                               op::Shmget,
                               op::MqOpen,
                               op::Msgctl,
                               op::Semctl,
                               op::Shmctl,
                               op::MqUnlink,
                               op::OpenPty,
                               op::Setsid,
                               op::TakeTty>;

/** The name of the system call. */
QLatin1StringView callOf(const Operation &operation);

/** Its arguments, by name. */
QCborMap argumentsOf(const Operation &operation);

} // namespace nsw
