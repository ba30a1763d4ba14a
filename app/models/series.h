// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"

#include <QList>
#include <QString>

namespace nsw
{

struct SeriesPoint {
    std::chrono::milliseconds at{0};
    double value = 0;
    bool operator==(const SeriesPoint &) const = default;
};

/** How a number changed in the course of a session. It holds from a point to the next. */
struct Series {
    QString name; ///< unique among the series of a chart
    Side side = Side::Outside;
    bool isLimit = false; ///< not measured: what is allowed
    QList<SeriesPoint> points;
    bool operator==(const Series &) const = default;
};

/** What is drawn over time. */
enum class Measure : std::uint8_t { Processes };

/** More points than these are thinned to those that tell most. */
inline constexpr qsizetype kMostPoints = 400;

QList<Series> seriesOf(Measure measure, const History &history);

/** The first, the last, and of each stretch of time the lowest and the highest: a peak is not lost.
 */
QList<SeriesPoint> thinned(const QList<SeriesPoint> &points, qsizetype most);

/** The numbers that matter, as a sentence for each series. */
QString spokenSeries(const QList<Series> &series);

} // namespace nsw
