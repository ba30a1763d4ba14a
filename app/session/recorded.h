// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/runs.h"
#include "core/store/recording.h"

namespace nsw
{

/** What is kept of a run, as a recording made on this machine. */
Recording recordingOf(const Run &run);

/** The same history again, wherever it was recorded. */
History historyOf(const Recording &recording);

} // namespace nsw
