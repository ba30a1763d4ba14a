// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** How two things that are laid side by side stand to each other, by shape and by word. */
namespace nsw
{

enum class Difference : std::uint8_t {
    Same,
    Different, ///< both have it, with other values
    OnlyOutside,
    OnlyInside,
    Unknown, ///< one of the sides is not known (yet)
};

/** What is laid side by side. The names of the rows' parts are those of the sides. */
enum class Versus : std::uint8_t {
    Sides, ///< outside and inside
    Moments, ///< one side at an earlier moment (in place of outside) and at a later one
};

namespace words
{

/** "Outside" and "Inside", or "Then" and "Now". */
QString firstName(Versus versus);
QString secondName(Versus versus);

/** "differs", "only inside"; empty for what is the same, or not known. */
QString differenceWord(Difference difference, Versus versus = Versus::Sides);
/** A shape for it that reads without colour. */
QString differenceSign(Difference difference);
/** Both, as a cell has them: "≠ differs", "="; empty where it is not known. */
QString differenceText(Difference difference, Versus versus = Versus::Sides);

} // namespace words

} // namespace nsw
