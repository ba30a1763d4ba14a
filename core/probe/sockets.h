// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

namespace nsw
{

/** Those that hold a socket are looked for through the /proc of the vantage, as far as it lets. */
Result<SocketsFacet> takeSockets(const Vantage &vantage);

} // namespace nsw
