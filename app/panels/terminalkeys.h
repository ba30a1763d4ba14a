// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <Qt>

namespace nsw
{

/**
 * What xterm sends for keys that are no text, for a QTermWidget whose key tables are not installed:
 * without them it knows none. Empty: the key is text, or nothing.
 *
 * `application`: cursor keys are in application mode (DECCKM).
 */
QByteArray bytesOfKey(int key, Qt::KeyboardModifiers modifiers, bool application);

/** Whether that mode is on after these bytes were shown. */
bool isApplicationMode(const QByteArray &shown, bool before);

} // namespace nsw
