// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/step.h"

/** Why a namespace could not be made, or not be set up, and what to do. */
namespace nsw::words
{

/** Of clone3 and unshare: both make namespaces, and fail for the same reasons. */
QString makingFailed(const QList<NsKind> &kinds, Errno error, const HostFacts *facts);

/** Of what is written to uid_map and gid_map. */
QString mapFailed(const op::Write &call, Errno error);

/** Of what is written to timens_offsets. */
QString offsetsFailed(Errno error);

} // namespace nsw::words
