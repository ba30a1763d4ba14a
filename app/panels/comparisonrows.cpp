// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/comparisonrows.h"

#include "app/models/comparisonmodel.h"
#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace nsw
{

namespace
{

constexpr qsizetype kMostRows = 5;
constexpr qsizetype kMostNamespaces = kAllKinds.size();
constexpr int kWordsFrom = 34; ///< ems of width from which on a mark has its word beside it
constexpr int kGap = 8;
constexpr int kLeastLabel = 26; ///< of the width, in percent
constexpr int kMostLabel = 36;

int rank(Difference difference)
{
    switch (difference) {
    case Difference::Different:
        return 0;
    case Difference::OnlyInside:
        return 1;
    case Difference::OnlyOutside:
        return 2;
    case Difference::Unknown:
        return 3;
    case Difference::Same:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ComparisonRow> mostTelling(const QList<ComparisonRow> &rows, qsizetype most)
{
    QList<qsizetype> order(rows.size());
    std::ranges::iota(order, 0);
    std::ranges::stable_sort(order, {}, [&rows](qsizetype i) {
        return rows.at(i).isChanged ? -1 : rank(rows.at(i).difference);
    });
    order.resize(std::min(most, order.size()));
    std::ranges::sort(order);
    QList<ComparisonRow> telling;
    for (const qsizetype i : std::as_const(order)) {
        telling.append(rows.at(i));
    }
    return telling;
}

ComparisonRows::ComparisonRows(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void ComparisonRows::setContents(const FacetSummary &summary, const QString &placeholder)
{
    m_summary = summary;
    m_placeholder = placeholder;
    QList<ComparisonRow> rows = summary.comparison.rows;
    const bool all = summary.comparison.kind == FacetKind::Namespaces;
    if (!summary.hasInside) {
        for (ComparisonRow &row : rows) {
            row.difference = Difference::Same;
        }
    }
    m_shown = mostTelling(rows, all ? kMostNamespaces : kMostRows);
    updateGeometry();
    update();
}

qsizetype ComparisonRows::hiddenRows() const
{
    return m_summary.comparison.rows.size() - m_shown.size();
}

int ComparisonRows::lineHeight() const
{
    return fontMetrics().height() + 5;
}

QSize ComparisonRows::sizeHint() const
{
    return {fontMetrics().height() * 26, (lineHeight() * static_cast<int>(m_shown.size() + 1)) + 4};
}

QSize ComparisonRows::minimumSizeHint() const
{
    return {fontMetrics().height() * 14, sizeHint().height()};
}

int ComparisonRows::labelWidth() const
{
    int widest = 0;
    for (const ComparisonRow &row : m_shown) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(row.label) + 1); // of rounding
    }
    return std::clamp(widest, width() * kLeastLabel / 100, width() * kMostLabel / 100);
}

ComparisonRows::Columns ComparisonRows::columns(int top) const
{
    const int em = fontMetrics().height();
    const bool words = width() >= em * kWordsFrom;
    int widest = fontMetrics().height() * 5 / 4;
    if (words) {
        for (const Difference difference :
             {Difference::Different, Difference::OnlyOutside, Difference::OnlyInside}) {
            widest = std::max(widest,
                              fontMetrics().horizontalAdvance(
                                  words::differenceWord(difference, m_summary.comparison.versus))
                                  + (em * 3 / 2));
        }
    }
    const int label = labelWidth();
    const int value = (width() - label - widest - 3 * kGap) / 2;
    const int height = lineHeight();
    const auto place = [this, top, height](int x, int w) {
        return isRightToLeft() ? QRect(width() - x - w, top, w, height) : QRect(x, top, w, height);
    };
    int x = 0;
    Columns at;
    at.label = place(x, label);
    x += label + kGap;
    at.outside = place(x, value);
    x += value + kGap;
    at.mark = place(x, widest);
    x += widest + kGap;
    at.inside = place(x, value);
    return at;
}

void ComparisonRows::paintText(QPainter &painter, const QRect &at, const QString &text) const
{
    painter.drawText(at,
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, at.width()));
}

void ComparisonRows::paintHead(QPainter &painter, const Columns &at) const
{
    painter.setPen(Theme::current().text(Tone::Muted));
    painter.setFont(styledFont({.scale = 0.9}));
    const auto title = [](const QString &side, const QString &number) {
        return number.isEmpty()
            ? side
            : tr("%1 · %2", "side and number of its namespace").arg(side, number);
    };
    paintText(painter,
              at.outside.united(at.mark),
              title(words::firstName(m_summary.comparison.versus), m_summary.outsideNumber));
    paintText(painter,
              at.inside,
              title(words::secondName(m_summary.comparison.versus), m_summary.insideNumber));
    painter.setPen(Theme::current().border());
    painter.drawLine(0, at.label.bottom(), width(), at.label.bottom());
}

void ComparisonRows::paintMark(QPainter &painter, const QRect &at, Difference difference) const
{
    if (difference == Difference::Same || difference == Difference::Unknown) {
        return;
    }
    const Theme theme = Theme::current();
    const int edge = fontMetrics().height();
    QRect sign(0, 0, edge, edge);
    sign.moveCenter(at.center());
    const bool words = at.width() > 2 * edge;
    if (words) {
        (isRightToLeft() ? sign.moveRight(at.right()) : sign.moveLeft(at.left()));
    }
    painter.setPen(theme.text(Tone::Different));
    painter.setBrush(theme.surface(Tone::Different));
    painter.drawEllipse(sign.adjusted(0, 0, -1, -1));
    painter.setFont(styledFont({.bold = true}));
    painter.drawText(sign, Qt::AlignCenter, words::differenceSign(difference));
    if (words) {
        painter.setFont(styledFont({.scale = 0.9}));
        const int shift = edge + (edge / 3);
        paintText(painter,
                  isRightToLeft() ? at.adjusted(0, 0, -shift, 0) : at.adjusted(shift, 0, 0, 0),
                  words::differenceWord(difference, m_summary.comparison.versus));
    }
}

void ComparisonRows::paintRow(QPainter &painter, const Columns &at, const ComparisonRow &row) const
{
    const Theme theme = Theme::current();
    const auto value = [&](const QRect &cell, const QString &text, bool absent, bool bold) {
        painter.setPen(theme.text(absent ? Tone::Muted : Tone::Normal));
        painter.setFont(styledFont({.bold = bold}));
        paintText(painter, cell, absent ? tr("not here") : text);
    };
    if (row.isChanged) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface(Tone::Different));
        painter.drawRoundedRect(at.label.united(at.inside).adjusted(-4, 0, 4, -1), 4, 4);
    }
    painter.setFont(styledFont({.bold = row.isChanged}));
    painter.setPen(theme.text(row.isChanged ? Tone::Different : Tone::Muted));
    paintText(painter, at.label, row.label);
    const bool differs = row.difference == Difference::Different;
    const bool isMarked = differs || row.difference == Difference::OnlyInside
        || row.difference == Difference::OnlyOutside;
    // Without a mark its place is free, and long values need it.
    value(isMarked ? at.outside : at.outside.united(at.mark),
          row.outside,
          row.difference == Difference::OnlyInside,
          false);
    if (m_summary.hasInside) {
        value(at.inside,
              row.inside,
              row.difference == Difference::OnlyOutside,
              differs || row.difference == Difference::OnlyInside);
        paintMark(painter, at.mark, row.difference);
    }
}

void ComparisonRows::paintPlaceholder(QPainter &painter) const
{
    const Theme theme = Theme::current();
    const Columns first = columns(lineHeight());
    QRect area = first.inside; // what is left of it belongs to the values
    area.setBottom(height() - 2);
    area.adjust(0, 4, 0, 0);
    painter.setPen(QPen(theme.border(), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(theme.text(Tone::Muted));
    painter.setFont(styledFont({.scale = 0.95}));
    painter.drawText(
        area.adjusted(6, 2, -6, -2), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void ComparisonRows::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, columns(0));
    int top = lineHeight() + 3;
    for (const ComparisonRow &row : std::as_const(m_shown)) {
        paintRow(painter, columns(top), row);
        top += lineHeight();
    }
    if (!m_summary.hasInside && !m_placeholder.isEmpty()) {
        paintPlaceholder(painter);
    }
}

bool ComparisonRows::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    // What is cut off in a cell is to be read in full.
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype at = (help->pos().y() - lineHeight() - 3) / lineHeight();
    if (help->pos().y() < lineHeight() + 3 || at >= m_shown.size()) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const ComparisonRow &row = m_shown.at(at);
    QStringList lines{row.label};
    const auto add = [&lines](const QString &where, const QString &value) {
        if (!value.isEmpty()) {
            lines << tr("%1: %2", "where, and the value there").arg(where, value);
        }
    };
    add(words::firstName(m_summary.comparison.versus), row.outside);
    if (m_summary.hasInside) {
        add(words::secondName(m_summary.comparison.versus), row.inside);
    }
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace nsw
