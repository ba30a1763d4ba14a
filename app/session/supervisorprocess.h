// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QString>

namespace nsw
{

/** Where the supervisor is: NSW_SUPERVISOR, else beside this build, else where it is installed. */
QString supervisorPath();

/**
 * Starts a supervisor that has the standard streams of this process and otherwise only the other
 * end of the socket that is returned. It is reaped when it ends, whenever that is.
 */
Result<UniqueFd> startSupervisor(const QString &path, const QString &nonce);

} // namespace nsw
