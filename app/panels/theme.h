// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace nsw
{

/** What a colour is for. Colour never stands alone: a shape or a word says the same. */
enum class Tone : std::uint8_t {
    Normal,
    Muted,
    Isolated,
    Shared,
    Different,
    Error,
    Warning,
    Note,
};

/** Colours computed from a palette, so that light and dark follow the desktop. */
class Theme
{
public:
    explicit Theme(QPalette palette);
    /** Of the application's palette. */
    static Theme current();

    /** Readable as text on windows, cards, fields and what has just changed: a contrast of at least
     * 4.5 (WCAG 2, AA). */
    [[nodiscard]] QColor text(Tone tone) const;
    /** A surface with a breath of the tone, for text in that tone or in the normal one. That of a
     * note is where a change is marked, and takes every tone. */
    [[nodiscard]] QColor surface(Tone tone) const;
    [[nodiscard]] QColor card() const;
    [[nodiscard]] QColor border() const;

private:
    [[nodiscard]] QColor readable(const QColor &wanted) const;

    QPalette m_palette;
};

/** WCAG 2 contrast of two opaque colours, 1 to 21. */
double contrastOf(const QColor &a, const QColor &b);

/** `share` of `b`, the rest of `a`. */
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace nsw
