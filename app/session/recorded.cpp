// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recorded.h"

#include <ranges>

namespace nsw
{

namespace
{

/** Of the machine that the session was on, which need not be this one. */
const UtsFacet *machineIn(const History &history)
{
    for (const TimedEvent &timed : std::views::reverse(history.events())) {
        const auto *event = std::get_if<FacetEvent>(&timed.event);
        if (event != nullptr && event->side == Side::Outside && event->kind == FacetKind::Uts
            && event->facet) {
            return std::get_if<UtsFacet>(&*event->facet);
        }
    }
    return nullptr;
}

} // namespace

Recording recordingOf(const Run &run)
{
    const auto &[configuration, date, history] = run;
    Recording recording;
    recording.header.program = QStringLiteral(NSW_VERSION);
    recording.header.date = date.toOffsetFromUtc(date.offsetFromUtc()).toString(Qt::ISODate);
    if (const UtsFacet *machine = machineIn(history)) {
        recording.header.host = machine->nodename;
        recording.header.kernel = machine->sysname + u' ' + machine->release;
    }
    recording.header.configuration = configuration;
    recording.header.thinned = history.thinned();
    recording.header.outputDropped = history.outputDropped();
    recording.events.reserve(history.events().size());
    for (const TimedEvent &event : history.events()) {
        recording.events.append({.at = event.at, .event = event.event});
    }
    return recording;
}

History historyOf(const Recording &recording)
{
    QList<TimedEvent> events;
    events.reserve(recording.events.size());
    std::chrono::milliseconds last{0};
    for (const RecordedEvent &event : recording.events) {
        last = std::max(last, event.at);
        events.append({.serial = events.size() + 1, .at = last, .event = event.event});
    }
    return History::kept(
        std::move(events), recording.header.thinned, recording.header.outputDropped);
}

} // namespace nsw
