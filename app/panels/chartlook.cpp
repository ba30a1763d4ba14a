// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/chartlook.h"

#include "app/panels/theme.h"
#include "app/panels/tonelabel.h"

#include <QAbstractAxis>
#include <QChart>
#include <QFontMetrics>
#include <QLegend>

#include <array>

namespace nsw
{

namespace
{

constexpr double kSeen = 3;
constexpr int kTries = 20;

/** Okabe and Ito's colours, which people with any colour vision tell apart. */
constexpr std::array<QRgb, 8> kColors{0xff0072b2, // blue
                                      0xffd55e00, // vermilion
                                      0xff009e73, // green
                                      0xffcc79a7, // purple
                                      0xffe69f00, // orange
                                      0xff56b4e9, // sky
                                      0xff7f7f7f, // grey
                                      0xfff0e442}; // yellow

void applyLook(QAbstractAxis &axis)
{
    const Theme theme = Theme::current();
    axis.setLabelsFont(styledFont({.scale = 0.9}));
    axis.setTitleFont(styledFont({.scale = 0.9}));
    axis.setLabelsColor(theme.text(Tone::Normal));
    axis.setTitleBrush(theme.text(Tone::Muted));
    axis.setLinePenColor(theme.text(Tone::Muted));
    axis.setGridLineColor(theme.border());
}

} // namespace

void applyLook(QChart &chart)
{
    const Theme theme = Theme::current();
    chart.setBackgroundBrush(theme.card());
    chart.setBackgroundPen(Qt::NoPen);
    chart.setBackgroundRoundness(0);
    chart.setPlotAreaBackgroundVisible(false);
    chart.legend()->setFont(styledFont({.scale = 0.9}));
    chart.legend()->setLabelColor(theme.text(Tone::Normal));
    for (QAbstractAxis *axis : chart.axes()) {
        applyLook(*axis);
    }
}

int lineHeight()
{
    return QFontMetrics(styledFont({})).height();
}

QColor chartColor(qsizetype n)
{
    const Theme theme = Theme::current();
    QColor color(kColors.at(static_cast<std::size_t>(n) % kColors.size()));
    for (int i = 1; i <= kTries && contrastOf(color, theme.card()) < kSeen; ++i) {
        color = mixed(color, theme.text(Tone::Normal), static_cast<double>(i) / kTries);
    }
    return color;
}

QPen chartPen(qsizetype n, Side side, bool isLimit)
{
    QPen pen(chartColor(n), styledFont({}).pointSizeF() / 5);
    if (isLimit) {
        pen.setStyle(Qt::DotLine);
    } else if (side == Side::Inside) {
        pen.setStyle(Qt::DashLine);
    }
    return pen;
}

} // namespace nsw
