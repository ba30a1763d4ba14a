// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

namespace nsw::words
{

/** How an attempt at a supervisor on another machine failed; empty where it is none of that. */
QString aboutRemote(const Error &error);

} // namespace nsw::words
