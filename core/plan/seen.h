// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/seen.h"

namespace nsw
{

/** What these facts tell of processes whose namespaces are joined. */
QList<SeenNamespace> seenIn(const HostFacts &facts);

/** An error for each of them that is another by now. What is not told of either is not judged. */
Findings changedSince(const QList<SeenNamespace> &seen, const HostFacts &facts);

} // namespace nsw
