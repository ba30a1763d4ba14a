// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/stepguide.h"

namespace nsw
{

/** What guideTo() says of the calls that only terminals make. */
struct TerminalGuide {
    StepGuide operator()(const op::OpenPty &call) const;
    StepGuide operator()(const op::Setsid &call) const;
    StepGuide operator()(const op::TakeTty &call) const;
};

} // namespace nsw
