// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/series.h"

#include "app/text/translate.h"
#include "app/text/words.h"

#include <QLocale>

#include <algorithm>

namespace nsw
{

namespace
{

/** Series by name, in the order in which they first appear. */
class SeriesSet
{
public:
    /** What did not change makes no point. */
    void put(const Series &like, SeriesPoint point)
    {
        auto found = std::ranges::find(m_series, like.name, &Series::name);
        if (found == m_series.end()) {
            found = m_series.insert(m_series.end(), like);
        }
        if (found->points.isEmpty() || found->points.constLast().value != point.value) {
            found->points.append(point);
        }
    }

    /** All end at the same time, and have no more points than can be seen. */
    QList<Series> take(std::chrono::milliseconds end)
    {
        for (Series &series : m_series) {
            if (series.points.constLast().at < end) {
                series.points.append({.at = end, .value = series.points.constLast().value});
            }
            series.points = thinned(series.points, kMostPoints);
        }
        return std::move(m_series);
    }

private:
    QList<Series> m_series;
};

template<class F>
const F *facetOf(const FacetEvent &event)
{
    return event.facet ? std::get_if<F>(&*event.facet) : nullptr;
}

void putProcesses(SeriesSet &series, const FacetEvent &event, std::chrono::milliseconds at)
{
    if (const auto *processes = facetOf<ProcessesFacet>(event)) {
        series.put({.name = words::sideName(event.side),
                    .side = event.side,
                    .isLimit = false,
                    .points = {}},
                   {.at = at, .value = static_cast<double>(processes->processes.size())});
    }
}

void put(Measure measure,
         SeriesSet &series,
         const FacetEvent &event,
         std::chrono::milliseconds at)
{
    switch (measure) {
    case Measure::Processes:
        return putProcesses(series, event, at);
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Series> seriesOf(Measure measure, const History &history)
{
    SeriesSet series;
    for (const TimedEvent &event : history.events()) {
        if (const auto *facet = std::get_if<FacetEvent>(&event.event)) {
            put(measure, series, *facet, event.at);
        }
    }
    return history.events().isEmpty() ? QList<Series>()
                                      : series.take(history.events().constLast().at);
}

QList<SeriesPoint> thinned(const QList<SeriesPoint> &points, qsizetype most)
{
    if (points.size() <= most || most < 4) {
        return points;
    }
    // Two of each stretch, beside the first and the last.
    const qsizetype stretches = (most - 2) / 2;
    const qsizetype inner = points.size() - 2;
    QList<SeriesPoint> kept{points.constFirst()};
    for (qsizetype i = 0; i < stretches; ++i) {
        const auto begin = points.cbegin() + 1 + (inner * i / stretches);
        const auto end = points.cbegin() + 1 + (inner * (i + 1) / stretches);
        const auto [low, high] = std::ranges::minmax_element(
            begin, end, {}, [](const SeriesPoint &point) { return point.value; });
        kept.append(*std::min(low, high));
        if (low != high) {
            kept.append(*std::max(low, high));
        }
    }
    kept.append(points.constLast());
    return kept;
}

QString spokenSeries(const QList<Series> &series)
{
    const QLocale locale;
    QStringList sentences;
    for (const Series &one : series) {
        const auto [low, high] = std::ranges::minmax(one.points, {}, &SeriesPoint::value);
        sentences << translate("Charts", "%1: %2 at last, from %3 to %4.", "series, numbers")
                         .arg(one.name,
                              locale.toString(one.points.constLast().value, 'f', 0),
                              locale.toString(low.value, 'f', 0),
                              locale.toString(high.value, 'f', 0));
    }
    return sentences.isEmpty() ? translate("Charts", "There are no numbers yet.")
                               : sentences.join(u' ');
}

} // namespace nsw
