// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/serieschart.h"

#include "app/models/seriesmodel.h"
#include "app/panels/chartlook.h"

#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kLeastLines = 9; ///< of height that a chart needs to be read
constexpr double kLeastSeconds = 0.1;

double seconds(std::chrono::milliseconds at)
{
    return std::chrono::duration<double>(at).count();
}

/** A number holds until it changes, so the line goes in steps. */
QList<QPointF> stepped(const QList<SeriesPoint> &points)
{
    QList<QPointF> line;
    for (const SeriesPoint &point : points) {
        if (!line.isEmpty() && line.constLast().y() != point.value) {
            line.append({seconds(point.at), line.constLast().y()});
        }
        line.append({seconds(point.at), point.value});
    }
    return line;
}

} // namespace

SeriesChart::SeriesChart(Measure measure, const Words &words, QWidget *parent)
    : SeriesChart(measure, words, new SeriesModel, parent)
{
}

SeriesChart::SeriesChart(Measure measure, const Words &words, SeriesModel *model, QWidget *parent)
    : ChartPage(words.name, words.title, model, parent)
    , m_measure(measure)
    , m_model(model)
    , m_times(new QValueAxis)
    , m_values(new QValueAxis)
{
    setEmptyText(words.empty);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_times->setTitleText(tr("Time in seconds"));
    m_values->setTitleText(words.axis);
    m_values->setLabelFormat(u"%.0f"_s);
    chart()->setLocalizeNumbers(true);
    chart()->legend()->setAlignment(Qt::AlignRight);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
}

void SeriesChart::setHistory(const History &history)
{
    QList<Series> series = seriesOf(m_measure, history);
    if (series == m_series) {
        return;
    }
    m_series = std::move(series);
    m_model->setSeries(m_series);
    setContents(spokenSeries(m_series), m_series.isEmpty());
    drawLater();
}

void SeriesChart::draw()
{
    QList<QAbstractSeries *> lines = chart()->series();
    while (lines.size() > m_series.size()) {
        QAbstractSeries *last = lines.takeLast();
        chart()->removeSeries(last);
        delete last;
    }
    while (lines.size() < m_series.size()) {
        auto *line = new QLineSeries;
        chart()->addSeries(line);
        line->attachAxis(m_times);
        line->attachAxis(m_values);
        lines.append(line);
    }
    double end = 0;
    double highest = 1;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const Series &one = m_series.at(i);
        auto *line = static_cast<QLineSeries *>(lines.at(i));
        line->setName(one.name);
        line->setPen(chartPen(i, one.side, one.isLimit));
        line->replace(stepped(one.points));
        for (const SeriesPoint &point : one.points) {
            end = std::max(end, seconds(point.at));
            highest = std::max(highest, point.value);
        }
    }
    m_times->setRange(0, std::max(end, kLeastSeconds));
    m_times->applyNiceNumbers();
    const bool isShort = m_times->max() <= 1;
    m_times->setLabelFormat(isShort ? u"%.2f"_s : u"%.1f"_s);
    m_values->setRange(0, highest);
    m_values->applyNiceNumbers();
    setLeastHeight(kLeastLines * fontMetrics().height());
}

} // namespace nsw
