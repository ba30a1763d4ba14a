// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

namespace nsw::test
{

/**
 * Where what is shown of the inside is not what the kernel says of that process to whoever asks it
 * by other means: files of /proc, and the tools of a shell that nsenter(1) starts. Sentences.
 */
QStringList differencesFromKernel(const SessionState &state, qint32 pid);

} // namespace nsw::test
