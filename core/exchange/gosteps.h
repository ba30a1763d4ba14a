// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/losses.h"

namespace nsw
{

/**
 * The statements of Go for the steps that a process makes. What makes and maps it are fields
 * of syscall.SysProcAttr: Go starts threads before main() does, and a process of several threads
 * can't enter what a plan enters.
 */
QString goSteps(const QList<Step> &steps, Actor actor);

/** The flags of kinds as Go spells them, "syscall.CLONE_NEWUTS | …". */
QString goFlags(const QList<NsKind> &kinds);

} // namespace nsw
