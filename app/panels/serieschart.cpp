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
constexpr double kLeastNumber = 4; ///< so that whole numbers stand at the ticks
constexpr double kFar = 4; ///< times the highest number that was measured
constexpr qsizetype kManyLines = 8; ///< as many as there are colours and kinds

double highestOf(const Series &series)
{
    return series.points.isEmpty() ? 0
                                   : std::ranges::max(series.points, {}, &SeriesPoint::value).value;
}

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
    : ChartPage(words.name, words.title, model, {25, 50, 25}, parent)
    , m_reader(measure)
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
    QList<Series> series = m_reader.read(history);
    if (series == m_series) {
        return;
    }
    m_series = std::move(series);
    m_model->setSeries(m_series);
    setContents(spokenSeries(m_series), m_series.isEmpty());
    drawLater();
}

/** A limit that is far away would press all else to the ground, and of many lines those that never
 * moved say the least. The table has them all. */
QList<Series> SeriesChart::toDraw() const
{
    double highest = 1;
    for (const Series &one : m_series) {
        highest = one.isLimit ? highest : std::max(highest, highestOf(one));
    }
    QList<Series> drawn;
    for (const Series &one : m_series) {
        const bool isFar = one.isLimit && highestOf(one) > highest * kFar;
        const bool isFlat = m_series.size() > kManyLines && !one.isLimit && highestOf(one) <= 0;
        if (!isFar && !isFlat) {
            drawn.append(one);
        }
    }
    return drawn.isEmpty() ? m_series : drawn;
}

/** The limits that are too far away to be drawn are told in words. */
QString SeriesChart::limitsLeftOut(const QList<Series> &drawn) const
{
    QStringList names;
    QStringList values;
    for (const Series &one : m_series) {
        if (one.isLimit && !drawn.contains(one)) {
            const QString value = locale().toString(highestOf(one), 'f', 0);
            names
                << tr("%1: %2", "name of a line in the chart and its number").arg(one.name, value);
            values << value;
        }
    }
    values.removeDuplicates();
    if (names.isEmpty()) {
        return {};
    }
    return values.size() == 1
        ? tr("The limit of each kind, %1, is too high to be drawn.").arg(values.first())
        : tr("Too high to be drawn: %1.").arg(names.join(tr("; ", "between limits")));
}

void SeriesChart::draw()
{
    const QList<Series> drawn = toDraw();
    setNote(limitsLeftOut(drawn));
    QList<QAbstractSeries *> lines = chart()->series();
    while (lines.size() > drawn.size()) {
        QAbstractSeries *last = lines.takeLast();
        chart()->removeSeries(last);
        delete last;
    }
    while (lines.size() < drawn.size()) {
        auto *line = new QLineSeries;
        chart()->addSeries(line);
        line->attachAxis(m_times);
        line->attachAxis(m_values);
        lines.append(line);
    }
    double end = 0;
    double highest = kLeastNumber;
    for (qsizetype i = 0; i < drawn.size(); ++i) {
        const Series &one = drawn.at(i);
        auto *line = static_cast<QLineSeries *>(lines.at(i));
        line->setName(one.name);
        line->setPen(chartPen(i, one.side, one.isLimit));
        line->replace(stepped(one.points));
        line->setPointsVisible(one.points.size() == 1); // else nothing would be drawn
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
    setLeastHeight(kLeastLines * lineHeight());
}

} // namespace nsw
