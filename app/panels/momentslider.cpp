// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/momentslider.h"

#include "app/panels/theme.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSlider>

namespace nsw
{

namespace
{

constexpr int kPages = 10; ///< how many times Page Up goes from one end to the other

} // namespace

MomentSlider::MomentSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 0);
    connect(this, &QSlider::valueChanged, this, &MomentSlider::onValue);
    speak();
}

void MomentSlider::setMoments(const QList<Moment> &moments)
{
    if (moments == m_moments) {
        return;
    }
    m_moments = moments;
    const int last = std::max(static_cast<int>(moments.size()) - 1, 0);
    {
        const QSignalBlocker keepsItsMoment(this);
        setRange(0, last);
        setPageStep(std::max(last / kPages, 2));
        setValue(m_serial ? static_cast<int>(placeOf(m_moments, *m_serial)) : last);
    }
    speak();
    update();
}

std::optional<Moment> MomentSlider::moment() const
{
    return m_serial && !m_moments.isEmpty()
        ? std::optional(m_moments.at(placeOf(m_moments, *m_serial)))
        : std::nullopt;
}

void MomentSlider::toPresent()
{
    const QSignalBlocker isNotToldOfIt(this);
    setValue(maximum());
    m_serial.reset();
    speak();
    update();
}

void MomentSlider::toFirst()
{
    setValue(minimum());
}

void MomentSlider::showSerial(qint64 serial)
{
    if (m_moments.isEmpty() || serial >= m_moments.constLast().serial) {
        toPresent();
        return;
    }
    {
        const QSignalBlocker isNotToldOfIt(this);
        setValue(static_cast<int>(placeOf(m_moments, serial)));
    }
    m_serial = serial;
    speak();
    update();
}

void MomentSlider::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    speak();
}

void MomentSlider::onValue(int value)
{
    if (value == maximum() || value >= m_moments.size()) {
        m_serial.reset();
    } else {
        m_serial = m_moments.at(value).serial;
    }
    speak();
    Q_EMIT moved();
}

QString MomentSlider::text() const
{
    const std::optional<Moment> at = moment();
    if (at) {
        return tr("%1, %2", "time, what happened then").arg(timeText(at->at), momentText(*at));
    }
    return m_isRecorded ? tr("the end") : tr("live");
}

/** The number of a place means nothing to who listens. */
void MomentSlider::speak()
{
    const QString before = accessibleDescription();
    setAccessibleDescription(text());
    setToolTip(text());
    if (hasFocus() && before != text()) {
        QAccessibleAnnouncementEvent announcement(this, text());
        QAccessible::updateAccessibility(&announcement);
    }
}

int MomentSlider::tickHeight() const
{
    return fontMetrics().height() / 2;
}

QSize MomentSlider::sizeHint() const
{
    return QSlider::sizeHint() + QSize(fontMetrics().height() * 10, 2 * tickHeight());
}

QSize MomentSlider::minimumSizeHint() const
{
    return QSlider::minimumSizeHint() + QSize(fontMetrics().height() * 5, 2 * tickHeight());
}

void MomentSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    if (m_moments.size() < 2) {
        return;
    }
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove
        = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int tall = tickHeight();
    const int bottom = height() - 1;
    for (int i = 0; i < m_moments.size(); ++i) {
        const int x = groove.left() + (handle / 2)
            + QStyle::sliderPositionFromValue(
                          0, maximum(), i, groove.width() - handle, option.upsideDown);
        const Moment &moment = m_moments.at(i);
        if (moment.kind == Moment::Kind::Step) {
            painter.fillRect(QRect(x, bottom - tall, 2, tall),
                             theme.text(moment.failed ? Tone::Error : Tone::Normal));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.text(Tone::Different));
            painter.drawEllipse(QPointF(x + 1, bottom - (tall / 2.0)), tall / 4.0, tall / 4.0);
        }
    }
}

} // namespace nsw
