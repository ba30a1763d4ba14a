// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

inline constexpr qsizetype kMaxArguments = 256;

/** Name, command, working directory and environment. */
void checkCommand(const Container &container, const Checker &checker);
void startCommand(Draft &draft);

} // namespace nsw
