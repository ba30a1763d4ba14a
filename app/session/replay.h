// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace nsw
{

/**
 * A history that is shown again: stands at a moment, moves to another one, plays on from there by
 * the times of the events. It needs neither a supervisor nor any rights.
 */
class Replay : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<std::chrono::nanoseconds()>;

    /** Stands at the end. Without a clock it goes by that of the machine. */
    explicit Replay(History history, QObject *parent = nullptr);
    void setClock(Clock clock);

    [[nodiscard]] const History &history() const { return m_history; }
    /** What the window showed then. */
    [[nodiscard]] const SessionState &state() const { return m_state; }
    [[nodiscard]] std::chrono::milliseconds position() const { return m_position; }
    [[nodiscard]] std::chrono::milliseconds duration() const;
    /** Of the last event that came; 0: none did. */
    [[nodiscard]] qint64 serial() const;
    [[nodiscard]] bool isAtEnd() const { return m_come == m_history.events().size(); }

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] double speed() const { return m_speed; }
    /** At the end it begins anew. */
    void play();
    void pause();
    void setSpeed(double speed);

    /** When this event had come, and none of those after it; it no longer plays. */
    void goAfter(qint64 serial);
    void goTo(std::chrono::milliseconds position);
    /** The next step that was made, or the one before; the end or the beginning where there is
     * none. */
    void goToNextStep();
    void goToPreviousStep();
    /** Where the step with this number was made; false when it never was. */
    bool goToStep(std::int32_t number);

Q_SIGNALS:
    /** The state is another one. */
    void moved();
    /** Time went by, or it was moved. */
    void positionChanged();
    void playingChanged(bool isPlaying);

private:
    void tick();
    void showFirst(qsizetype count);
    void startFrom(std::chrono::milliseconds position);

    History m_history;
    SessionState m_state;
    Clock m_clock;
    QTimer m_timer;
    std::chrono::milliseconds m_position{0};
    qsizetype m_come = 0; ///< how many events are in the state
    qint64 m_dropped = 0; ///< of the output in the state: what the history had lost
    double m_speed = 1.0;
    std::chrono::nanoseconds m_since{0}; ///< the clock when it began to play
    std::chrono::milliseconds m_from{0}; ///< where it did
};

} // namespace nsw
