// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>

namespace nsw
{

/** The names of the bits of a capability set, "cap_sys_admin"; the number where libcap knows no
 * name. */
QStringList capabilityNames(std::uint64_t bits);

} // namespace nsw
