// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalbadge.h"

#include "app/panels/icons.h"
#include "app/text/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

TerminalBadge::TerminalBadge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"terminal-badge"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlace({});
}

void TerminalBadge::setPlace(const TerminalPlace &place)
{
    m_place = place;
    QStringList words{titleOf(place)};
    for (const NsKind kind : kAllKinds) {
        words << wordOf(place, kind);
    }
    setAccessibleName(words.join(u", "_s));
    setToolTip(words.join(u'\n'));
    updateGeometry();
    update();
}

Tone TerminalBadge::toneOfKind(NsKind kind) const
{
    if (isElsewhere(m_place, kind)) {
        return Tone::Warning;
    }
    return m_place.isolated.contains(kind) ? Tone::Isolated : Tone::Shared;
}

QSize TerminalBadge::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 30, line + (line / 3)};
}

QSize TerminalBadge::minimumSizeHint() const
{
    return {fontMetrics().height() * 10, sizeHint().height()};
}

void TerminalBadge::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    const Tone tone = toneOf(m_place);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.surface(tone));
    const int line = fontMetrics().height();
    const int edge = line * 9 / 10;
    const int gap = line / 3;
    QRect room = rect().adjusted(line / 2, 0, -line / 2, 0);
    icon(m_place.side == Side::Inside ? u"inside"_s : u"outside"_s, tone)
        .paint(&painter, QRect(room.left(), (height() - edge) / 2, edge, edge));
    room.setLeft(room.left() + edge + gap);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.text(tone));
    const QFontMetrics metrics(bold);
    const int kinds = static_cast<int>(kAllKinds.size()) * (edge + gap) * 2;
    const QString title = metrics.elidedText(
        titleOf(m_place), Qt::ElideRight, std::max(room.width() - kinds, line * 4));
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), title);
    painter.setFont(font());
    room.setLeft(room.left() + metrics.horizontalAdvance(title) + line);
    drawKinds(painter, room);
}

/** An icon for the kind and a shape for what it is: isolated, shared, or a sign of warning. */
void TerminalBadge::drawKinds(QPainter &painter, QRect room) const
{
    const Theme theme = Theme::current();
    const int line = fontMetrics().height();
    const int edge = line * 9 / 10;
    int names = 0;
    for (const NsKind kind : kAllKinds) {
        names += fontMetrics().horizontalAdvance(words::kindName(kind)) + (edge * 2) + line;
    }
    const bool hasNames = names <= room.width();
    for (const NsKind kind : kAllKinds) {
        const Tone tone = toneOfKind(kind);
        const int top = (height() - edge) / 2;
        icon(iconName(kind), tone).paint(&painter, QRect(room.left(), top, edge, edge));
        room.setLeft(room.left() + edge + (line / 5));
        if (hasNames) {
            const QString name = words::kindName(kind);
            painter.setPen(theme.text(tone));
            painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), name);
            room.setLeft(room.left() + fontMetrics().horizontalAdvance(name) + (line / 5));
        }
        const QString shape = [&] {
            if (tone == Tone::Warning) {
                return u"warning"_s;
            }
            return tone == Tone::Isolated ? u"isolated"_s : u"shared"_s;
        }();
        icon(shape, tone).paint(&painter, QRect(room.left(), top, edge, edge));
        room.setLeft(room.left() + edge + (line / 2));
    }
}

bool TerminalBadge::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    return QWidget::event(event);
}

} // namespace nsw
