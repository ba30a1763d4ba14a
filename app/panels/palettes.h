// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace nsw
{

[[nodiscard]] bool isDark(const QPalette &palette);

/** Where the desktop has no such palette of its own to give. */
QPalette lightPalette();
QPalette darkPalette();
/** Black on white or white on black: what a projector and a lit room leave of it is still read. */
QPalette highContrastPalette(bool dark);
/** The text stands out as far as it can, and so must what is drawn beside it. */
[[nodiscard]] bool isHighContrast(const QPalette &palette);

} // namespace nsw
