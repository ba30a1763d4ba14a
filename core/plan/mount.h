// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

void checkMountPath(const QString &path, const Checker &checker);
void checkMountEntry(const MountEntry &mount, const Checker &checker);
void checkMount(const NewMount &choice, const Checker &checker);

/** What a user namespace may not mount (proc without its own PID namespace, sysfs without network).
 */
void judgeMount(const NewMount &choice, Draft &draft);

/** Propagation before any mount, else the first mount would show outside; then the mounts in order.
 */
void setUpMount(const NewMount &choice, Draft &draft);

/** One mount at a target that is there. */
void addMount(const MountEntry &mount, const QString &target, Draft &draft);

} // namespace nsw
