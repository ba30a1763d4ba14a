// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

void judgePid(const NewPid &choice, Draft &draft);

/** A /proc of its own, so that ps(1) inside sees the inside. Needs a new mount namespace. */
void setUpPid(const NewPid &choice, Draft &draft);

} // namespace nsw
