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

/** The process inside, for whoever looks from outside. */
struct InsideProcess {
    std::int32_t pid = 0; ///< 0: there is none yet, and PID stands for it
    bool hasOwnUser = false; ///< its user namespace has to be entered before others
};

StepGuide guideTo(const Step &step, const InsideProcess &inside = {});

} // namespace nsw
