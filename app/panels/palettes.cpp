// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/palettes.h"

#include "app/panels/theme.h"

namespace nsw
{

namespace
{

struct Shades {
    QColor window;
    QColor base;
    QColor alternate;
    QColor text;
    QColor pale; ///< for what is disabled, and for placeholders
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

QPalette paletteOf(const Shades &shades)
{
    constexpr int kButton = 120; // a little lighter than the window, in percent
    const bool isDarkOne = shades.text.lightness() > shades.window.lightness();
    QPalette palette(isDarkOne ? shades.window.lighter(kButton) : shades.window, shades.window);
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::ToolTipBase, shades.base);
    for (const auto role : {QPalette::WindowText,
                            QPalette::Text,
                            QPalette::ButtonText,
                            QPalette::BrightText,
                            QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        palette.setColor(QPalette::Disabled, role, shades.pale);
    }
    palette.setColor(QPalette::PlaceholderText, shades.pale);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, shades.highlightedText);
    palette.setColor(QPalette::Accent, shades.highlight);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness()
        > palette.color(QPalette::Window).lightness();
}

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xef, 0xf0, 0xf1),
                      .base = Qt::white,
                      .alternate = QColor(0xf7, 0xf7, 0xf7),
                      .text = QColor(0x1b, 0x1e, 0x20),
                      .pale = QColor(0x66, 0x69, 0x6c),
                      .highlight = QColor(0x1d, 0x66, 0xb0),
                      .highlightedText = Qt::white,
                      .link = QColor(0x1d, 0x66, 0xb0)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x2a, 0x2e, 0x32),
                      .base = QColor(0x1b, 0x1e, 0x20),
                      .alternate = QColor(0x23, 0x26, 0x29),
                      .text = QColor(0xfc, 0xfc, 0xfc),
                      .pale = QColor(0xa0, 0xa4, 0xa8),
                      .highlight = QColor(0x3d, 0xae, 0xe9),
                      .highlightedText = Qt::black,
                      .link = QColor(0x5c, 0xb8, 0xf5)});
}

QPalette highContrastPalette(bool dark)
{
    return dark ? paletteOf({.window = Qt::black,
                             .base = Qt::black,
                             .alternate = QColor(0x14, 0x14, 0x14),
                             .text = Qt::white,
                             .pale = QColor(0xb4, 0xb4, 0xb4),
                             .highlight = QColor(0x6c, 0xc8, 0xff),
                             .highlightedText = Qt::black,
                             .link = QColor(0x8c, 0xd4, 0xff)})
                : paletteOf({.window = Qt::white,
                             .base = Qt::white,
                             .alternate = QColor(0xf2, 0xf2, 0xf2),
                             .text = Qt::black,
                             .pale = QColor(0x4b, 0x4b, 0x4b),
                             .highlight = QColor(0x0b, 0x4f, 0x93),
                             .highlightedText = Qt::white,
                             .link = QColor(0x0b, 0x4f, 0x93)});
}

bool isHighContrast(const QPalette &palette)
{
    constexpr double kHigh = 20;
    return contrastOf(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) > kHigh;
}

} // namespace nsw
