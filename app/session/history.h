// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

#include <chrono>

namespace nsw
{

/** An event and when it came. */
struct TimedEvent {
    qint64 serial = 0; ///< from 1; stays when events before it go
    std::chrono::milliseconds at{0}; ///< since the history began
    Event event;
    bool operator==(const TimedEvent &) const = default;
};

/** How much a history keeps of what may go: facets and what the command wrote. */
struct HistoryLimits {
    qint64 bytes = qint64{32} << 20; ///< as costOf() estimates them
    qsizetype events = 4000;
};

/**
 * The events of a session in the order in which they came. What the window showed at any moment is
 * the fold of the events up to it: history keeps no pictures of its own.
 *
 * It is bounded. When it is full, the oldest facets are thinned out, so that the far past is told
 * in bigger strides; the last value of each facet stays, so that no later moment changes by it.
 * What a command wrote goes from its beginning. Plans, steps and ends always stay.
 */
class History
{
public:
    History() = default;
    explicit History(HistoryLimits limits)
        : m_limits(limits)
    {
    }

    /** One that was kept elsewhere: nothing of it goes, also where it is beyond the limits. */
    static History kept(QList<TimedEvent> events, qsizetype thinned, qint64 outputDropped);

    /** A time before that of the last event is taken for that time. */
    void append(std::chrono::milliseconds at, const Event &event);
    /** A new run begins, and time with it: of what was, only the last known outside stays. */
    void startAgain();

    [[nodiscard]] const QList<TimedEvent> &events() const { return m_events; }
    /** Nothing before it is of this run. Serial numbers are never given twice. */
    [[nodiscard]] qint64 firstSerial() const { return m_firstSerial; }
    /** Of the last event; 0 when there was none. */
    [[nodiscard]] qint64 lastSerial() const { return m_lastSerial; }
    /** What those events take that may go. */
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /** How many events of this run went because there were too many. */
    [[nodiscard]] qsizetype thinned() const { return m_thinned; }
    /** How many bytes that the command wrote went with them. */
    [[nodiscard]] qint64 outputDropped() const { return m_outputDropped; }

    /** The session when this event had come, and none of those after it. */
    [[nodiscard]] SessionState stateAfter(qint64 serial) const;
    [[nodiscard]] SessionState stateAt(std::chrono::milliseconds at) const;

private:
    using Places = QList<qsizetype>;

    void thin();
    [[nodiscard]] bool isOver(int percent) const;
    [[nodiscard]] Places outputs() const;
    [[nodiscard]] Places supersededFacets() const;
    [[nodiscard]] Places everySecond(const Places &facets) const;
    bool remove(const Places &places);
    [[nodiscard]] SessionState fold(QList<TimedEvent>::const_iterator end) const;

    HistoryLimits m_limits;
    QList<TimedEvent> m_events;
    qint64 m_firstSerial = 1;
    qint64 m_lastSerial = 0;
    qint64 m_bytes = 0;
    qsizetype m_mayGo = 0; ///< how many of the events may go
    qsizetype m_thinned = 0;
    qint64 m_outputDropped = 0; ///< bytes that the command wrote
    std::map<std::int32_t, qint64> m_terminalsDropped; ///< and what was written to terminals
};

/** What an event takes in memory, in bytes, more or less; 0 for what always stays. */
qint64 costOf(const Event &event);

} // namespace nsw
