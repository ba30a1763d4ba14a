// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/finding.h"

#include <algorithm>

namespace nsw
{

bool hasErrors(const Findings &findings)
{
    return std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace nsw
