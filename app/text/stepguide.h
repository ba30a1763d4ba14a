// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

namespace nsw
{

/** What there is to learn from a step, beside its sentence. */
struct StepGuide {
    QString meaning; ///< why it is there and what it means; plain text, translated
    QString manPage; ///< "user_namespaces(7), User and group ID mappings"
    QString look; ///< the line of /proc that shows it, for a shell outside; may be empty
    QString shell; ///< the same by the tools of a shell; may be empty
    bool operator==(const StepGuide &) const = default;
};

/** `pid`: the process inside, as seen from outside; 0 while there is none, and PID stands for it.
 */
StepGuide guideTo(const Step &step, std::int32_t pid = 0);

} // namespace nsw
