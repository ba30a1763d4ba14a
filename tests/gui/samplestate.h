// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

namespace nsw
{

/** A configuration with all eight namespaces, and a session of it as the reducer makes it of
 * events. */
Configuration sampleConfiguration();
SessionState sampleOutside();
SessionState sampleRunning();
/** The same, where a step in the middle was answered with EPERM. */
SessionState sampleFailed();

} // namespace nsw
