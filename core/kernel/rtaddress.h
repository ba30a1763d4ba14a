// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

namespace nsw
{

/** Gives a link of the caller's network namespace an address more, IPv4 or IPv6 (rtnetlink(7)). */
Result<void> addAddress(const QString &link, const QString &address, std::int32_t prefixLength);

} // namespace nsw
