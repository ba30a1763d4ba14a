// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

/**
 * What a supervisor with an administrator's rights refuses to somebody who has fewer: what would
 * make a program that runs with those rights do something else than it says, and what would reach
 * the machine beside the container.
 */
namespace nsw
{

/** Bytes of a command and its environment together. */
inline constexpr qsizetype kMaxCommandBytes = qsizetype{128} << 10;

/** Variables that change what a program loads or runs before it begins, and too many of them. */
void checkCommandOnBehalf(const QStringList &command,
                          const QMap<QString, QString> &environment,
                          const Checker &checker);

void judgeOnBehalf(Draft &draft);

} // namespace nsw
