// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/idmapview.h"

#include "app/panels/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kBlockGap = 4;
constexpr int kBlockRadius = 4;
constexpr int kBlockPadding = 6;
constexpr int kLeastMapWidth
    = 18; ///< in line heights: two blocks with numbers and the band between

} // namespace

IdMapView::IdMapView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(name);
    setMap({});
}

void IdMapView::setMap(const QList<MappedRange> &map)
{
    m_map = map;
    m_remarks = remarksOn(map);
    const QString words = mapInWords(map) + u'\n' + remarksText();
    setAccessibleDescription(words);
    setToolTip(words);
    updateGeometry();
    update();
}

QString IdMapView::remarksText() const
{
    QStringList texts;
    for (const MapRemark &remark : m_remarks) {
        texts << (remark.isFault ? u"✗ "_s : u"• "_s) + remark.text;
    }
    return texts.join(u'\n');
}

int IdMapView::blockHeight() const
{
    return fontMetrics().height() + kBlockPadding;
}

QSize IdMapView::sizeHint() const
{
    const int width = fontMetrics().height() * kLeastMapWidth;
    return {width, heightForWidth(width)};
}

QSize IdMapView::minimumSizeHint() const
{
    return {fontMetrics().height() * kLeastMapWidth / 2, blockHeight()};
}

int IdMapView::heightForWidth(int width) const
{
    const auto lines = static_cast<int>(std::max<qsizetype>(m_map.size(), 1)) + 1;
    const QRect words
        = fontMetrics().boundingRect(QRect(0, 0, width, 1), Qt::TextWordWrap, remarksText());
    return (lines * (blockHeight() + kBlockGap)) + words.height() + kBlockPadding;
}

QList<IdMapView::Block> IdMapView::blocks(std::uint32_t MappedRange::*begin) const
{
    QList<Block> blocks;
    for (qsizetype i = 0; i < m_map.size(); ++i) {
        const MappedRange &range = m_map.at(i);
        const quint64 first = range.*begin;
        blocks << Block{.text = range.count == 0 ? u"–"_s : idSpan(first, first + range.count - 1),
                        .range = i,
                        .first = first};
    }
    std::ranges::stable_sort(blocks, {}, &Block::first);
    return blocks;
}

QRect IdMapView::rectOf(qsizetype place, bool isInside) const
{
    const int blockWidth = width() * 2 / 5;
    const int top = static_cast<int>(place + 1) * (blockHeight() + kBlockGap);
    return {isInside ? 0 : width() - blockWidth, top, blockWidth, blockHeight()};
}

void IdMapView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<Block> inside = blocks(&MappedRange::inside);
    const QList<Block> outside = blocks(&MappedRange::outside);
    painter.setPen(Theme::current().text(Tone::Muted));
    QRect head = rectOf(-1, true);
    painter.drawText(head, Qt::AlignCenter, tr("inside"));
    head = rectOf(-1, false);
    painter.drawText(head, Qt::AlignCenter, tr("outside"));
    paintBands(painter, inside, outside);
    paintBlocks(painter, inside, true);
    paintBlocks(painter, outside, false);
    paintRemarks(painter);
}

void IdMapView::paintBands(QPainter &painter,
                           const QList<Block> &inside,
                           const QList<Block> &outside) const
{
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const auto other = std::ranges::find(outside, inside.at(i).range, &Block::range);
        const QRectF left = rectOf(i, true);
        const QRectF right = rectOf(other - outside.begin(), false);
        const qreal middle = (left.right() + right.left()) / 2;
        QPainterPath band(left.topRight());
        band.cubicTo({middle, left.top()}, {middle, right.top()}, right.topLeft());
        band.lineTo(right.bottomLeft());
        band.cubicTo({middle, right.bottom()}, {middle, left.bottom()}, left.bottomRight());
        band.closeSubpath();
        painter.fillPath(band, Theme::current().surface(Tone::Shared));
        painter.strokePath(band, QPen(Theme::current().border(), 1));
    }
}

void IdMapView::paintBlocks(QPainter &painter, const QList<Block> &blocks, bool isInside) const
{
    const Tone tone = isInside ? Tone::Isolated : Tone::Shared;
    if (blocks.isEmpty()) {
        painter.setPen(Theme::current().text(Tone::Muted));
        painter.drawText(rectOf(0, isInside), Qt::AlignCenter, tr("none"));
    }
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const QRect rect = rectOf(i, isInside);
        painter.setPen(QPen(Theme::current().text(tone), 1));
        painter.setBrush(Theme::current().surface(tone));
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), kBlockRadius, kBlockRadius);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect.adjusted(kBlockPadding, 0, -kBlockPadding, 0),
                         Qt::AlignCenter,
                         fontMetrics().elidedText(blocks.at(i).text,
                                                  Qt::ElideMiddle,
                                                  rect.width() - (2 * kBlockPadding)));
    }
}

void IdMapView::paintRemarks(QPainter &painter) const
{
    const auto lines = std::max<qsizetype>(m_map.size(), 1);
    int top = (static_cast<int>(lines + 1) * (blockHeight() + kBlockGap)) + (kBlockPadding / 2);
    for (const MapRemark &remark : m_remarks) {
        const QString text = (remark.isFault ? u"✗ "_s : u"• "_s) + remark.text;
        painter.setPen(Theme::current().text(remark.isFault ? Tone::Error : Tone::Muted));
        QRect used;
        painter.drawText(
            QRect(0, top, width(), height()), Qt::TextWordWrap | Qt::AlignTop, text, &used);
        top = used.bottom() + 1;
    }
}

void IdMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace nsw
