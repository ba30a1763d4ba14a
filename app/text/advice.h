// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/step.h"

namespace nsw::words
{

/** The likely cause of a failure and what to do, translated; empty where nothing special is known.
 */
QString advice(const Step &step, Errno error, const HostFacts *facts);

/** What an errno means, in plain words: "the caller has not the right to do this". */
QString meaning(Errno error);

} // namespace nsw::words
