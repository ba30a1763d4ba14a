// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/zoom.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::array kSteps{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};
constexpr int kNatural = 100;

QString key()
{
    return u"zoom"_s;
}

} // namespace

ZoomStyle::ZoomStyle(const QString &base)
    : QProxyStyle(base)
{
}

int ZoomStyle::pixelMetric(PixelMetric metric,
                           const QStyleOption *option,
                           const QWidget *widget) const
{
    const int natural = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_MessageBoxIconSize:
    case PM_ScrollBarExtent:
    case PM_SplitterWidth:
        return qRound(natural * m_factor);
    default:
        return natural;
    }
}

Zoom::Zoom(QObject *parent)
    : QObject(parent)
    , m_base(QApplication::font())
    , m_style(QApplication::style()->name())
    , m_percent(
          std::clamp(QSettings().value(key(), kNatural).toInt(), kSteps.front(), kSteps.back()))
{
    if (m_percent != kNatural) {
        apply();
    }
}

void Zoom::fillMenu(QMenu *menu)
{
    QAction *in = menu->addAction(tr("Zoom &in"), this, [this] { step(+1); });
    in->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    in->setObjectName(u"zoom-in"_s);
    QAction *out = menu->addAction(tr("Zoom &out"), this, [this] { step(-1); });
    out->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    QAction *reset = menu->addAction(tr("&Natural size"), this, [this] { setPercent(kNatural); });
    reset->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
}

void Zoom::setPercent(int percent)
{
    percent = std::clamp(percent, kSteps.front(), kSteps.back());
    if (percent == m_percent) {
        return;
    }
    m_percent = percent;
    QSettings().setValue(key(), percent);
    apply();
    Q_EMIT changed(percent);
}

void Zoom::step(int direction)
{
    if (direction > 0) {
        const auto *const next = std::ranges::upper_bound(kSteps, m_percent);
        setPercent(next == kSteps.end() ? kSteps.back() : *next);
    } else {
        const auto *const next = std::ranges::lower_bound(kSteps, m_percent);
        setPercent(next == kSteps.begin() ? kSteps.front() : *std::prev(next));
    }
}

void Zoom::apply()
{
    auto *style = new ZoomStyle(m_style);
    style->setFactor(m_percent / 100.0);
    QApplication::setStyle(style);
    QFont font = m_base;
    font.setPointSizeF(m_base.pointSizeF() * m_percent / 100.0);
    QApplication::setFont(font);
}

} // namespace nsw
