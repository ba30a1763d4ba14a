// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

namespace nsw
{

/**
 * The command line that a person would type for this container, with unshare(1) and nsenter(1) of
 * util-linux. One command, without a trailing newline.
 */
QString shellCommand(const Container &container);

} // namespace nsw
