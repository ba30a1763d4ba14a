// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"

#include <QHash>
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
enum class Measure : std::uint8_t {
    Processes,
    Namespaces, ///< that processes are in, of the machine, and how many there may be
    Traffic, ///< bytes of each link since the history began
};

/** More points than these are thinned to those that tell most. */
inline constexpr qsizetype kMostPoints = 400;

/** Reads a history again and again; of each event the numbers are taken once. */
class SeriesReader
{
public:
    explicit SeriesReader(Measure measure)
        : m_measure(measure)
    {
    }

    QList<Series> read(const History &history);

    /** A number that an event tells, and the series that it belongs to. */
    struct Value {
        Series like; ///< without points
        double value = 0;
    };

private:
    Measure m_measure;
    QHash<qint64, QList<Value>> m_values; ///< by serial number
};

/** The first, the last, and of each stretch of time the lowest and the highest: a peak is not lost.
 */
QList<SeriesPoint> thinned(const QList<SeriesPoint> &points, qsizetype most);

/** The numbers that matter, as a sentence for each series. */
QString spokenSeries(const QList<Series> &series);

} // namespace nsw
