// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

namespace nsw
{

/** HOST_NAME_MAX of sethostname(2), in bytes. */
inline constexpr qsizetype kMaxHostName = 64;

/** A host or domain name. */
void checkUtsName(const QString &name, const Checker &checker);
void checkUts(const NewUts &choice, const Checker &checker);
void setUpUts(const NewUts &choice, Draft &draft);

} // namespace nsw
