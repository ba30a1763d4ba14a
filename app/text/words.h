// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/hostfacts.h"
#include "core/model/step.h"

#include <QString>

/** Words for what core speaks of in codes. Everything here is translated. */
namespace nsw::words
{

/** "Network", "Hostname (UTS)". */
QString kindName(NsKind kind);
/** One sentence: what this kind isolates. */
QString kindPurpose(NsKind kind);
QString facetName(FacetKind facet);
QString sideName(Side side);
QString actorName(Actor actor);

/** What a step does, in one plain sentence: "Gives the container its own host name, “red”." */
QString narrate(const Step &step);
/** The call with its arguments as a person would write them: `sethostname("red", 3)`. */
QString callText(const Step &step);

/** What is wrong, where, and what would be right. */
QString sentence(const Finding &finding);

/**
 * Why a step failed: what was tried, what the kernel said, the likely cause on this machine and
 * what to do. Several sentences, plain text. With `facts` the cause is that of this machine.
 */
QString explain(const Step &step, Errno error, const HostFacts *facts = nullptr);
QString explain(const Error &error);

} // namespace nsw::words
