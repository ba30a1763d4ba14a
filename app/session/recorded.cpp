// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recorded.h"

#include <QSysInfo>

namespace nsw
{

Recording
recordingOf(const History &history, const Configuration &configuration, const QDateTime &date)
{
    Recording recording;
    recording.header.program = QStringLiteral(NSW_VERSION);
    recording.header.date = date.toOffsetFromUtc(date.offsetFromUtc()).toString(Qt::ISODate);
    recording.header.host = QSysInfo::machineHostName();
    recording.header.kernel = QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion();
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
