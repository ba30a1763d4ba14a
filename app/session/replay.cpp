// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/replay.h"

#include <algorithm>

namespace nsw
{

using namespace std::chrono_literals;

namespace
{

constexpr auto kPicture = 16ms;

} // namespace

Replay::Replay(History history, QObject *parent)
    : QObject(parent)
    , m_history(std::move(history))
    , m_clock([] { return std::chrono::steady_clock::now().time_since_epoch(); })
{
    m_timer.setInterval(kPicture);
    connect(&m_timer, &QTimer::timeout, this, &Replay::tick);
    m_position = duration();
    showFirst(m_history.events().size());
}

void Replay::setClock(Clock clock)
{
    m_clock = std::move(clock);
    startFrom(m_position);
}

std::chrono::milliseconds Replay::duration() const
{
    return m_history.events().isEmpty() ? 0ms : m_history.events().constLast().at;
}

qint64 Replay::serial() const
{
    return m_come == 0 ? 0 : m_history.events().at(m_come - 1).serial;
}

void Replay::play()
{
    if (isPlaying()) {
        return;
    }
    if (m_position >= duration()) {
        goTo(0ms);
    }
    startFrom(m_position);
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Replay::pause()
{
    if (isPlaying()) {
        m_timer.stop();
        Q_EMIT playingChanged(false);
    }
}

void Replay::setSpeed(double speed)
{
    tick(); // what went by until now went at the old one
    m_speed = speed;
    startFrom(m_position);
}

void Replay::startFrom(std::chrono::milliseconds position)
{
    m_since = m_clock();
    m_from = position;
}

void Replay::tick()
{
    if (!isPlaying()) {
        return;
    }
    const qsizetype before = m_come;
    const std::chrono::duration<double, std::milli> passed = (m_clock() - m_since) * m_speed;
    const auto left = duration() - m_from;
    const auto gone = passed >= left ? left : std::chrono::floor<std::chrono::milliseconds>(passed);
    m_position = m_from + gone;
    const auto next = std::ranges::upper_bound(m_history.events(), m_position, {}, &TimedEvent::at);
    showFirst(std::max(next - m_history.events().cbegin(), m_come));
    if (m_position >= duration()) {
        pause();
    }
    if (m_come != before) {
        Q_EMIT moved();
    }
    Q_EMIT positionChanged();
}

void Replay::goAfter(qint64 serial)
{
    pause();
    const auto next = std::ranges::upper_bound(m_history.events(), serial, {}, &TimedEvent::serial);
    showFirst(next - m_history.events().cbegin());
    m_position = m_come == 0 ? 0ms : m_history.events().at(m_come - 1).at;
    Q_EMIT moved();
    Q_EMIT positionChanged();
}

void Replay::goTo(std::chrono::milliseconds position)
{
    pause();
    m_position = std::clamp(position, 0ms, duration());
    const auto next = std::ranges::upper_bound(m_history.events(), m_position, {}, &TimedEvent::at);
    showFirst(next - m_history.events().cbegin());
    Q_EMIT moved();
    Q_EMIT positionChanged();
}

void Replay::goToNextStep()
{
    const auto from = m_history.events().cbegin() + m_come;
    const auto step = std::find_if(from, m_history.events().cend(), [](const TimedEvent &event) {
        return std::holds_alternative<StepEvent>(event.event);
    });
    goAfter(step == m_history.events().cend() ? m_history.lastSerial() : step->serial);
}

void Replay::goToPreviousStep()
{
    const auto isStep = [](const TimedEvent &event) {
        return std::holds_alternative<StepEvent>(event.event);
    };
    const auto end = m_history.events().crend();
    auto step = std::find_if(end - m_come, end, isStep);
    // Where it stands right behind one, the one before is meant.
    if (step != end && step->serial == serial()) {
        step = std::find_if(step + 1, end, isStep);
    }
    goAfter(step == end ? 0 : step->serial);
}

bool Replay::goToStep(std::int32_t number)
{
    for (const TimedEvent &event : m_history.events()) {
        const auto *step = std::get_if<StepEvent>(&event.event);
        if (step != nullptr && step->n == number) {
            goAfter(event.serial);
            return true;
        }
    }
    return false;
}

void Replay::showFirst(qsizetype count)
{
    if (count < m_come) {
        m_state = {};
        m_come = 0;
    } else {
        m_state.outputDropped -= m_dropped;
    }
    for (; m_come < count; ++m_come) {
        reduce(m_state, m_history.events().at(m_come).event);
    }
    m_dropped = m_history.outputDropped();
    m_state.outputDropped += m_dropped;
}

} // namespace nsw
