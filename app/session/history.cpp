// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include "core/model/codec.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace nsw
{

namespace
{

/** Of a block on the heap: its header, and the counter of those who share it. */
constexpr qint64 kBlockCost = 32;
/** After thinning there is room for a while, so that it is seldom done. */
constexpr int kRoomy = 75;

template<class T>
qint64 beyond(const T &value);

template<class... Ts>
qint64 beyondAll(const std::tuple<Ts...> &fields, const auto &owner)
{
    return std::apply(
        [&owner](const auto &...field) {
            return (qint64{0} + ... + beyond(owner.*(field.member)));
        },
        fields);
}

/** What a value takes beside its own size: what it points to. */
template<class T>
qint64 beyond(const T &value)
{
    if constexpr (std::same_as<T, QString>) {
        return value.isEmpty() ? 0 : kBlockCost + (value.size() * 2);
    } else if constexpr (codec::ListTraits<T>::value) {
        using Element = codec::ListTraits<T>::Element;
        qint64 sum = value.isEmpty() ? 0 : kBlockCost;
        for (const auto &item : value) {
            sum += static_cast<qint64>(sizeof(Element)) + beyond(item);
        }
        return sum;
    } else if constexpr (codec::OptionalTraits<T>::value) {
        return value ? beyond(*value) : 0;
    } else if constexpr (HasFields<T>) {
        return beyondAll(T::fields(), value);
    } else {
        return 0;
    }
}

qint64 costOfFacet(const FacetEvent &event)
{
    constexpr qint64 kOwn = sizeof(TimedEvent);
    if (!event.facet) {
        return kOwn + beyond(event.facet.error());
    }
    return kOwn + std::visit([](const auto &facet) { return beyond(facet); }, *event.facet);
}

std::pair<Side, FacetKind> keyOf(const FacetEvent &event)
{
    return {event.side, event.kind};
}

} // namespace

qint64 costOf(const Event &event)
{
    if (const auto *facet = std::get_if<FacetEvent>(&event)) {
        return costOfFacet(*facet);
    }
    if (const auto *output = std::get_if<OutputEvent>(&event)) {
        return static_cast<qint64>(sizeof(TimedEvent)) + kBlockCost + output->text.size();
    }
    if (const auto *output = std::get_if<TerminalOutputEvent>(&event)) {
        return static_cast<qint64>(sizeof(TimedEvent)) + kBlockCost + output->bytes.size();
    }
    return 0;
}

History History::kept(QList<TimedEvent> events, qsizetype thinned, qint64 outputDropped)
{
    History history({.bytes = std::numeric_limits<qint64>::max(),
                     .events = std::numeric_limits<qsizetype>::max()});
    history.m_lastSerial = events.isEmpty() ? 0 : events.constLast().serial;
    history.m_events = std::move(events);
    history.m_thinned = thinned;
    history.m_outputDropped = outputDropped;
    return history;
}

void History::append(std::chrono::milliseconds at, const Event &event)
{
    const auto last = m_events.isEmpty() ? std::chrono::milliseconds(0) : m_events.last().at;
    m_events.append({.serial = ++m_lastSerial, .at = std::max(at, last), .event = event});
    const qint64 cost = costOf(event);
    m_bytes += cost;
    m_mayGo += cost > 0 ? 1 : 0;
    if (isOver(100)) {
        thin();
    }
}

void History::startAgain()
{
    const SessionState now = fold(m_events.cend());
    History fresh(m_limits);
    fresh.m_lastSerial = m_lastSerial;
    fresh.m_firstSerial = m_lastSerial + 1;
    *this = std::move(fresh);
    append({}, now.ready);
    for (const auto &[key, facet] : now.facets) {
        if (key.first == Side::Outside) {
            append(
                {},
                FacetEvent{.container = {}, .side = key.first, .kind = key.second, .facet = facet});
        }
    }
}

SessionState History::stateAfter(qint64 serial) const
{
    return fold(std::ranges::upper_bound(m_events, serial, {}, &TimedEvent::serial));
}

SessionState History::stateAt(std::chrono::milliseconds at) const
{
    return fold(std::ranges::upper_bound(m_events, at, {}, &TimedEvent::at));
}

SessionState History::fold(QList<TimedEvent>::const_iterator end) const
{
    SessionState state;
    for (auto event = m_events.cbegin(); event != end; ++event) {
        reduce(state, event->event);
    }
    state.outputDropped += m_outputDropped;
    for (const auto &[id, bytes] : m_terminalsDropped) {
        if (const auto terminal = state.terminals.find(id); terminal != state.terminals.end()) {
            terminal->second.outputDropped += bytes;
        }
    }
    return state;
}

bool History::isOver(int percent) const
{
    return m_bytes > m_limits.bytes / 100 * percent || m_mayGo > m_limits.events * percent / 100;
}

void History::thin()
{
    while (isOver(kRoomy)) {
        const Places written = outputs();
        if (written.size() > m_mayGo / 2 && remove(written.first((written.size() + 1) / 2))) {
            continue;
        }
        const Places facets = supersededFacets();
        if (!remove(everySecond(facets.first(facets.size() / 2))) && !remove(everySecond(facets))
            && !remove(facets) && !remove(written)) {
            return; // what is left is the last value of each facet, and what always stays
        }
    }
}

History::Places History::outputs() const
{
    Places places;
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        const Event &event = m_events.at(i).event;
        if (std::holds_alternative<OutputEvent>(event)
            || std::holds_alternative<TerminalOutputEvent>(event)) {
            places.append(i);
        }
    }
    return places;
}

History::Places History::supersededFacets() const
{
    QSet<std::pair<Side, FacetKind>> comesAgain;
    Places places;
    for (qsizetype i = m_events.size() - 1; i >= 0; --i) {
        const Event &event = m_events.at(i).event;
        if (std::holds_alternative<PlanEvent>(event)) {
            for (const FacetKind kind : kAllFacets) {
                comesAgain.insert({Side::Inside, kind}); // a new run forgets the inside
            }
        } else if (const auto *facet = std::get_if<FacetEvent>(&event)) {
            if (comesAgain.contains(keyOf(*facet))) {
                places.append(i);
            }
            comesAgain.insert(keyOf(*facet));
        }
    }
    std::ranges::reverse(places);
    return places;
}

/** Of each facet the second, the fourth and so on: its first value stays. */
History::Places History::everySecond(const Places &facets) const
{
    QSet<std::pair<Side, FacetKind>> stays;
    Places second;
    for (const qsizetype place : facets) {
        const auto key = keyOf(std::get<FacetEvent>(m_events.at(place).event));
        if (stays.remove(key)) {
            second.append(place);
        } else {
            stays.insert(key);
        }
    }
    return second;
}

bool History::remove(const Places &places)
{
    for (const qsizetype place : places) {
        const Event &event = m_events.at(place).event;
        m_bytes -= costOf(event);
        if (const auto *output = std::get_if<OutputEvent>(&event)) {
            m_outputDropped += output->text.size();
        } else if (const auto *shown = std::get_if<TerminalOutputEvent>(&event)) {
            m_terminalsDropped[shown->id] += shown->bytes.size();
        }
    }
    m_mayGo -= places.size();
    m_thinned += places.size();
    auto next = places.cbegin();
    qsizetype at = 0;
    m_events.removeIf([&](const TimedEvent & /*event*/) {
        const bool goes = next != places.cend() && *next == at;
        next += goes ? 1 : 0;
        ++at;
        return goes;
    });
    return !places.isEmpty();
}

} // namespace nsw
