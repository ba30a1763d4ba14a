// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/idmaptext.h"

#include "app/text/translate.h"

#include <QStringList>

#include <algorithm>

namespace nsw
{

namespace
{

constexpr quint64 kLastId = 0xFFFFFFFEU; // (uid_t)-1 stands for "no ID"

struct Span {
    quint64 first = 0;
    quint64 last = 0;
};

QList<Span> spansOf(const QList<MappedRange> &map, std::uint32_t MappedRange::*begin)
{
    QList<Span> spans;
    for (const MappedRange &range : map) {
        if (range.count > 0) {
            spans << Span{.first = range.*begin, .last = quint64{range.*begin} + range.count - 1};
        }
    }
    std::ranges::sort(spans, {}, &Span::first);
    return spans;
}

void addOverlaps(QList<MapRemark> &remarks, const QList<Span> &spans, const QString &text)
{
    for (qsizetype i = 1; i < spans.size(); ++i) {
        const quint64 reached = std::ranges::max(spans.first(i), {}, &Span::last).last;
        if (spans.at(i).first <= reached) {
            remarks << MapRemark{
                .isFault = true,
                .text = text.arg(idSpan(spans.at(i).first, std::min(reached, spans.at(i).last)))};
        }
    }
}

/** The IDs below the highest mapped one that no line has. */
void addGaps(QList<MapRemark> &remarks, const QList<Span> &spans)
{
    QStringList gaps;
    quint64 next = 0;
    for (const Span &span : spans) {
        if (span.first > next) {
            gaps << idSpan(next, span.first - 1);
        }
        next = std::max(next, span.last + 1);
    }
    if (next <= kLastId) {
        gaps << translate("IdMap", "%1 and above").arg(next);
    }
    if (!gaps.isEmpty()) {
        remarks << MapRemark{
            .isFault = false,
            .text
            = translate("IdMap", "Not mapped inside: %1.").arg(gaps.join(QLatin1StringView(", ")))};
    }
}

} // namespace

QString idSpan(quint64 first, quint64 last)
{
    return first == last ? QString::number(first)
                         : QString(QString::number(first) + u'–' + QString::number(last));
}

QList<MapRemark> remarksOn(const QList<MappedRange> &map)
{
    QList<MapRemark> remarks;
    for (const MappedRange &range : map) {
        if (range.count == 0) {
            remarks << MapRemark{
                .isFault = true,
                .text = translate("IdMap", "The line from %1 has no IDs.").arg(range.inside)};
        } else if (quint64{range.inside} + range.count - 1 > kLastId
                   || quint64{range.outside} + range.count - 1 > kLastId) {
            remarks << MapRemark{
                .isFault = true,
                .text = translate("IdMap", "The line from %1 goes beyond the last ID, %2.")
                            .arg(range.inside)
                            .arg(kLastId)};
        }
    }
    const QList<Span> inside = spansOf(map, &MappedRange::inside);
    addOverlaps(remarks, inside, translate("IdMap", "Mapped twice inside: %1."));
    addOverlaps(remarks,
                spansOf(map, &MappedRange::outside),
                translate("IdMap", "Used twice outside: %1."));
    addGaps(remarks, inside);
    return remarks;
}

QString mapInWords(const QList<MappedRange> &map)
{
    QStringList lines;
    for (const MappedRange &range : map) {
        if (range.count > 0) {
            lines << translate("IdMap", "%1 inside is %2 outside")
                         .arg(idSpan(range.inside, quint64{range.inside} + range.count - 1),
                              idSpan(range.outside, quint64{range.outside} + range.count - 1));
        }
    }
    return lines.isEmpty() ? translate("IdMap", "no ID is mapped")
                           : lines.join(QLatin1StringView("\n"));
}

} // namespace nsw
