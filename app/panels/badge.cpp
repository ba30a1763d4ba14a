// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/badge.h"

#include "app/panels/icons.h"

#include <QPainter>

namespace nsw
{

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setLook(const QString &iconName, const QString &word, Tone tone)
{
    m_icon = iconName;
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    setVisible(!word.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const int height = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(m_word) + (height * 2) + (height / 4),
            height + (height / 2)};
}

void Badge::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.text(m_tone), 1));
    painter.setBrush(theme.surface(m_tone));
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const int line = fontMetrics().height();
    QRect iconRect(line / 2, (height() - line) / 2, line, line);
    QRect textRect(iconRect.right() + (line / 4), 0, width(), height());
    if (isRightToLeft()) {
        iconRect.moveRight(width() - iconRect.left());
        textRect = QRect(0, 0, iconRect.left() - (line / 4), height());
    }
    const int edge = line * 9 / 10;
    icon(m_icon, m_tone).paint(&painter, QRect(iconRect.left(), (height() - edge) / 2, edge, edge));
    painter.setPen(theme.text(m_tone));
    painter.drawText(textRect, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading), m_word);
}

} // namespace nsw
