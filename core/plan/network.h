// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

void setUpNetwork(const NewNetwork &choice, Draft &draft);

} // namespace nsw
