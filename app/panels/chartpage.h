// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/chartfile.h"

#include <QWidget>

class QAbstractItemModel;
class QChart;
class QChartView;
class QScrollArea;
class QSplitter;

namespace nsw
{

class DataTable;
class ToneLabel;

/** A chart and, beside it or where that is too narrow below it, its numbers as a table. Drawn only
 * while it is to be seen. */
class ChartPage : public QWidget
{
    Q_OBJECT
public:
    /** `name`: of its parts and of the memory of its columns; `shares`: of the columns in the width
     * of the table, in percent. */
    ChartPage(const QString &name,
              const QString &title,
              QAbstractItemModel *model,
              const QList<int> &shares,
              QWidget *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QChart *chart() const;
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    [[nodiscard]] std::expected<void, QString> save(const QString &path) const;

protected:
    /** The data changed: draws now, or when the page comes to be seen. */
    void drawLater();
    /** Brings the chart to what the data are. */
    virtual void draw() = 0;
    /** In place of an empty chart. */
    void setEmptyText(const QString &text);
    /** What it tells, for those who do not see it; and whether there is anything to draw. */
    void setContents(const QString &spoken, bool isEmpty);
    void setLeastHeight(int height);
    /** A sentence below the chart, about what it does not draw; empty: none. */
    void setNote(const QString &text);

    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLook();
    void arrange();
    [[nodiscard]] QList<int> columnWidths(const QList<int> &shares) const;

    QString m_title;
    QString m_spoken;
    QChartView *m_view;
    QScrollArea *m_scroll;
    QSplitter *m_parts;
    QScrollArea *m_page; ///< around both: one below the other may be higher than there is room
    ToneLabel *m_empty;
    ToneLabel *m_note;
    DataTable *m_rows;
    bool m_isStale = true;
};

} // namespace nsw
