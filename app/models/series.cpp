// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/series.h"

#include "app/text/ornone.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

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

using Values = QList<SeriesReader::Value>;

template<class F>
const F *facetOf(const FacetEvent &event)
{
    return event.facet ? std::get_if<F>(&*event.facet) : nullptr;
}

Series like(const QString &name, Side side, bool isLimit = false)
{
    return {.name = name, .side = side, .isLimit = isLimit, .points = {}};
}

Values processesOf(const FacetEvent &event)
{
    const auto *facet = facetOf<ProcessesFacet>(event);
    return facet == nullptr ? Values()
                            : Values{{.like = like(words::sideName(event.side), event.side),
                                      .value = static_cast<double>(facet->processes.size())}};
}

Values namespacesOf(const ProcessesFacet &facet)
{
    Values values;
    for (std::size_t kind = 0; kind < kAllKinds.size(); ++kind) {
        QSet<std::uint64_t> inodes;
        for (const Process &process : facet.processes) {
            inodes.insert(process.namespaces.value(static_cast<qsizetype>(kind), 0));
        }
        inodes.remove(0); // not to be read
        values.append({.like = like(words::kindName(kAllKinds.at(kind)), Side::Outside),
                       .value = static_cast<double>(inodes.size())});
    }
    return values;
}

Values limitsOf(const LimitsFacet &facet)
{
    Values values;
    for (const NsKind kind : kAllKinds) {
        const QString name = u"user/"_s + infoOf(kind).limitFile;
        const auto limit = std::ranges::find(facet.limits, name, &Limit::name);
        if (limit != facet.limits.end()) {
            values.append({.like = like(translate("Charts", "%1, limit").arg(words::kindName(kind)),
                                        Side::Outside,
                                        true),
                           .value = limit->value.toDouble()});
        }
    }
    return values;
}

/** The machine's: a container's namespaces are among them. */
Values namespacesOf(const FacetEvent &event)
{
    if (event.side == Side::Inside) {
        return {};
    }
    if (const auto *processes = facetOf<ProcessesFacet>(event)) {
        return namespacesOf(*processes);
    }
    const auto *limits = facetOf<LimitsFacet>(event);
    return limits != nullptr ? limitsOf(*limits) : Values();
}

Values trafficOf(const FacetEvent &event)
{
    Values values;
    const auto *facet = facetOf<TrafficFacet>(event);
    for (const LinkCounters &link : orNone(facet != nullptr ? &facet->links : nullptr)) {
        const QString side = words::sideName(event.side);
        values.append(
            {.like
             = like(translate("Charts", "%1 %2: received", "side, interface").arg(side, link.link),
                    event.side),
             .value = static_cast<double>(link.receivedBytes)});
        values.append(
            {.like
             = like(translate("Charts", "%1 %2: sent", "side, interface").arg(side, link.link),
                    event.side),
             .value = static_cast<double>(link.sentBytes)});
    }
    return values;
}

Values valuesOf(Measure measure, const FacetEvent &event)
{
    switch (measure) {
    case Measure::Processes:
        return processesOf(event);
    case Measure::Namespaces:
        return namespacesOf(event);
    case Measure::Traffic:
        return trafficOf(event);
    }
    Q_UNREACHABLE();
}

/** The kernel counts since the link exists; here it is told what went through it meanwhile. */
void countFromFirst(QList<Series> &series)
{
    for (Series &one : series) {
        const double first = one.points.isEmpty() ? 0 : one.points.constFirst().value;
        for (SeriesPoint &point : one.points) {
            point.value = std::max(point.value - first, 0.0);
        }
    }
}

} // namespace

QList<Series> SeriesReader::read(const History &history)
{
    QHash<qint64, QList<Value>> values;
    SeriesSet set;
    for (const TimedEvent &event : history.events()) {
        const auto *facet = std::get_if<FacetEvent>(&event.event);
        if (facet == nullptr) {
            continue;
        }
        const auto known = m_values.constFind(event.serial);
        const Values now = known != m_values.cend() ? *known : valuesOf(m_measure, *facet);
        if (!now.isEmpty()) {
            values.insert(event.serial, now);
        }
        for (const Value &value : now) {
            set.put(value.like, {.at = event.at, .value = value.value});
        }
    }
    m_values = std::move(values);
    if (history.events().isEmpty()) {
        return {};
    }
    QList<Series> series = set.take(history.events().constLast().at);
    if (m_measure == Measure::Traffic) {
        countFromFirst(series);
    }
    return series;
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
