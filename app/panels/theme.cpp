// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/theme.h"

#include "app/panels/palettes.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nsw
{

namespace
{

constexpr double kReadable = 4.5; // WCAG 2, AA
constexpr double kReadableInARoom = 7; // AAA
constexpr double kSurfaceShare = 0.10;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return (0.2126 * linear(color.redF())) + (0.7152 * linear(color.greenF()))
        + (0.0722 * linear(color.blueF()));
}

/** The hue of a tone; its lightness is fitted to the palette afterwards. */
QColor hueOf(Tone tone)
{
    switch (tone) {
    case Tone::Isolated:
        return QColor::fromHsl(172, 200, 90);
    case Tone::Shared:
        return QColor::fromHsl(215, 70, 110);
    case Tone::Different:
        return QColor::fromHsl(28, 220, 95);
    case Tone::Error:
        return QColor::fromHsl(2, 190, 110);
    case Tone::Warning:
        return QColor::fromHsl(38, 230, 90);
    case Tone::Note:
        return QColor::fromHsl(205, 180, 105);
    case Tone::Normal:
    case Tone::Muted:
        break;
    }
    return QColor::fromHsl(0, 0, 128);
}

} // namespace

double contrastOf(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](double from, double to) {
        return from + ((to - from) * share);
    };
    return QColor::fromRgbF(static_cast<float>(mix(a.redF(), b.redF())),
                            static_cast<float>(mix(a.greenF(), b.greenF())),
                            static_cast<float>(mix(a.blueF(), b.blueF())));
}

Theme::Theme(QPalette palette)
    : m_palette(std::move(palette))
{
}

Theme Theme::current()
{
    return Theme(QGuiApplication::palette());
}

QColor Theme::readable(const QColor &wanted) const
{
    const std::array grounds{m_palette.color(QPalette::Window),
                             m_palette.color(QPalette::Base),
                             m_palette.color(QPalette::AlternateBase),
                             card(),
                             surface(Tone::Note),
                             mixed(m_palette.color(QPalette::Base), wanted, kSurfaceShare)};
    const QColor end = m_palette.color(QPalette::WindowText);
    const double enough = isHighContrast(m_palette) ? kReadableInARoom : kReadable;
    constexpr int kTries = 20;
    QColor color = wanted;
    for (int i = 1; i <= kTries; ++i) {
        const bool good = std::ranges::all_of(
            grounds, [&](const QColor &ground) { return contrastOf(color, ground) >= enough; });
        if (good) {
            break;
        }
        color = mixed(wanted, end, static_cast<double>(i) / kTries);
    }
    return color;
}

QColor Theme::text(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
        return m_palette.color(QPalette::WindowText);
    case Tone::Muted:
        return readable(
            mixed(m_palette.color(QPalette::WindowText), m_palette.color(QPalette::Window), 0.4));
    case Tone::Isolated:
    case Tone::Shared:
    case Tone::Different:
    case Tone::Error:
    case Tone::Warning:
    case Tone::Note:
        return readable(hueOf(tone));
    }
    Q_UNREACHABLE();
}

QColor Theme::surface(Tone tone) const
{
    return mixed(m_palette.color(QPalette::Base), hueOf(tone), kSurfaceShare);
}

QColor Theme::card() const
{
    return m_palette.color(QPalette::Base);
}

QColor Theme::border() const
{
    constexpr double kFaint = 0.18;
    constexpr double kClear = 0.5;
    return mixed(m_palette.color(QPalette::Window),
                 m_palette.color(QPalette::WindowText),
                 isHighContrast(m_palette) ? kClear : kFaint);
}

} // namespace nsw
