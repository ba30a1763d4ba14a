// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/changedelegate.h"

#include "app/models/tablemodel.h"
#include "app/panels/theme.h"

#include <QPainter>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

void ChangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // A number ends at the edge of its column, where the text of the next one begins.
    if ((option->displayAlignment & Qt::AlignRight) != 0 && !option->text.isEmpty()) {
        option->text += u"\u00a0\u00a0"_s;
    }
    if (index.data(ChangedRole).toBool()) {
        option->backgroundBrush = Theme::current().surface(Tone::Note);
    }
}

void ChangeDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(ChangedRole).toBool()) {
        return;
    }
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const int edge = option.fontMetrics.height() * 2 / 5;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const QPoint corner
        = isMirrored ? option.rect.topRight() + QPoint(1, 0) : option.rect.topLeft();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isSelected ? option.palette.color(QPalette::HighlightedText)
                                 : Theme::current().text(Tone::Note));
    painter->drawPolygon(
        QPolygon{corner, corner + QPoint(isMirrored ? -edge : edge, 0), corner + QPoint(0, edge)});
    painter->restore();
}

} // namespace nsw
