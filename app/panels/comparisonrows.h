// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"

#include <QWidget>

namespace nsw
{

/**
 * The most telling rows of a comparison, side by side: outside left, inside right. Draws itself, as
 * a card has many cells and there are many cards.
 */
class ComparisonRows : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonRows(QWidget *parent = nullptr);

    /** `placeholder` stands in the place of the inside while there is none. */
    void setContents(const FacetSummary &summary, const QString &placeholder);
    /** How many rows there was no room for. */
    [[nodiscard]] qsizetype hiddenRows() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns {
        QRect label;
        QRect outside;
        QRect mark;
        QRect inside;
    };

    [[nodiscard]] Columns columns(int top) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int labelWidth() const;
    void paintHead(QPainter &painter, const Columns &at) const;
    void paintRow(QPainter &painter, const Columns &at, const ComparisonRow &row) const;
    void paintMark(QPainter &painter, const QRect &at, Difference difference) const;
    void paintPlaceholder(QPainter &painter) const;
    void paintText(QPainter &painter, const QRect &at, const QString &text) const;

    FacetSummary m_summary;
    QString m_placeholder;
    QList<ComparisonRow> m_shown;
};

/** At most `most` rows: what differs before what is the same, in the order in which they come. */
QList<ComparisonRow> mostTelling(const QList<ComparisonRow> &rows, qsizetype most);

} // namespace nsw
