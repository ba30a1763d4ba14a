// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/zoom.h"

#include "app/panels/icons.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QStyleOption>

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::array kSteps{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

// From the back row letters can be told apart that are a fiftieth of the screen high; a line is a
// little more than its letters.
constexpr double kLinesOfRoom = 36;

QString zoomKey(bool atDesk)
{
    return atDesk ? u"zoom"_s : u"zoomOfProjector"_s;
}

int remembered(bool atDesk)
{
    return std::clamp(
        QSettings().value(zoomKey(atDesk), Zoom::kNatural).toInt(), kSteps.front(), kSteps.back());
}

/** Also where a window before this one has put its own above it. */
QString desktopStyle()
{
    const auto *own = qobject_cast<const ZoomStyle *>(QApplication::style());
    return own != nullptr ? own->base() : QApplication::style()->name();
}

} // namespace

ZoomStyle::ZoomStyle(const QString &base)
    : QProxyStyle(base)
    , m_base(base)
    , m_isFaint(base.compare(u"fusion"_s, Qt::CaseInsensitive) == 0)
{
}

void ZoomStyle::drawPrimitive(PrimitiveElement element,
                              const QStyleOption *option,
                              QPainter *painter,
                              const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    if (!m_isFaint || (!isRound && element != PE_IndicatorCheckBox)) {
        return;
    }
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const Theme theme(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(isEnabled ? theme.text(Tone::Muted) : theme.border(), m_factor));
    const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = isRound ? edge.width() / 2 : 2 * m_factor;
    painter->drawRoundedRect(edge, radius, radius);
    painter->restore();
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
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_MessageBoxIconSize:
    case PM_ScrollBarExtent:
    case PM_SplitterWidth:
        return qRound(natural * m_factor);
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin: // beside the text of a cell
        // A number at the right of its column and a word at the left of the next would be one.
        return qRound((natural + 2) * m_factor);
    default:
        return natural;
    }
}

QIcon ZoomStyle::standardIcon(StandardPixmap which,
                              const QStyleOption *option,
                              const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(u"close"_s, Tone::Muted)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

Zoom::Zoom(bool remembers, QObject *parent)
    : QObject(parent)
    , m_remembers(remembers)
    , m_base(QApplication::font())
    , m_style(desktopStyle())
{
    // A desktop may give its size in pixels.
    m_base.setPointSizeF(QFontInfo(m_base).pointSizeF());
    if (m_remembers) {
        m_percent = remembered(true);
        m_roomPercent = remembered(false);
    }
    apply();
}

Zoom::~Zoom()
{
    m_percent = kNatural;
    m_height = 0;
    apply();
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
    reset->setObjectName(u"zoom-natural"_s);
    reset->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
}

void Zoom::setPercent(int percent)
{
    percent = std::clamp(percent, kSteps.front(), kSteps.back());
    if (percent == this->percent()) {
        return;
    }
    (isAtDesk() ? m_percent : m_roomPercent) = percent;
    if (m_remembers) {
        QSettings().setValue(zoomKey(isAtDesk()), percent);
    }
    apply();
    Q_EMIT changed(percent);
}

void Zoom::useForHeight(int height)
{
    m_height = std::max(height, 1);
    apply();
}

void Zoom::useAtDesk()
{
    m_height = 0;
    apply();
}

double Zoom::factor() const
{
    const double wanted = m_height / kLinesOfRoom / QFontMetricsF(m_base).height();
    return percent() / 100.0 * (isAtDesk() ? 1.0 : std::max(wanted, 1.0));
}

void Zoom::step(int direction)
{
    if (direction > 0) {
        const auto *const next = std::ranges::upper_bound(kSteps, percent());
        setPercent(next == kSteps.end() ? kSteps.back() : *next);
    } else {
        const auto *const next = std::ranges::lower_bound(kSteps, percent());
        setPercent(next == kSteps.begin() ? kSteps.front() : *std::prev(next));
    }
}

void Zoom::apply()
{
    const double wanted = factor();
    if (qFuzzyCompare(wanted, m_applied)) {
        return;
    }
    m_applied = wanted;
    auto *style = new ZoomStyle(m_style);
    style->setFactor(wanted);
    QApplication::setStyle(style);
    QFont font = m_base;
    font.setPointSizeF(m_base.pointSizeF() * wanted);
    if (QApplication::font() != font) {
        QApplication::setFont(font);
    }
}

} // namespace nsw
