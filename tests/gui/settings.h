// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QTemporaryDir>

namespace nsw::test
{

/** The settings of the windows of a test are in that directory, and no user's. `artefacts` becomes
 * the place where pictures are kept for people, or that directory. False when there is none. */
bool useOwnSettings(const QTemporaryDir &directory, QDir &artefacts);

} // namespace nsw::test
