// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/moments.h"

#include "app/text/translate.h"
#include "app/text/words.h"

#include <QLocale>

#include <algorithm>

namespace nsw
{

using namespace std::chrono_literals;

namespace
{

/** Facets that come within this time belong to one look at the machine. */
constexpr auto kOneLook = 50ms;

/** Adds an event to the moments. */
class Collector
{
public:
    explicit Collector(QList<Moment> &moments)
        : m_moments(moments)
    {
    }

    void take(const TimedEvent &event)
    {
        m_now = &event;
        std::visit(*this, event.event);
    }

    void operator()(const PlanEvent & /*event*/) { begin(Moment::Kind::Plan); }
    void operator()(const EndEvent & /*event*/) { begin(Moment::Kind::End); }

    void operator()(const StepEvent &event)
    {
        Moment &moment = begin(Moment::Kind::Step);
        moment.step = event.n;
        moment.failed = static_cast<bool>(event.error);
        moment.call = event.call;
    }

    void operator()(const FacetEvent &event)
    {
        if (event.kind == FacetKind::Traffic && !m_moments.isEmpty() && !goesOn()) {
            return; // it changes all the time
        }
        if (m_moments.isEmpty()) {
            begin(Moment::Kind::Begin);
        } else if (!goesOn()) {
            begin(Moment::Kind::Change);
        }
        Moment &moment = m_moments.last();
        moment.serial = m_now->serial;
        if (!moment.facets.contains(std::pair(event.side, event.kind))) {
            moment.facets.append({event.side, event.kind});
        }
    }

    void operator()(const ReadyEvent & /*event*/) { }
    void operator()(const OutputEvent & /*event*/) { }
    void operator()(const InputEvent & /*event*/) { }
    void operator()(const RefusedEvent & /*event*/) { }
    void operator()(const ActPlanEvent & /*event*/) { }
    void operator()(const ActDoneEvent & /*event*/) { }
    void operator()(const PausedEvent & /*event*/) { }
    void operator()(const EditedEvent & /*event*/) { }
    void operator()(const FactsEvent & /*event*/) { }
    void operator()(const TerminalPlanEvent & /*event*/) { }
    void operator()(const TerminalOpenedEvent & /*event*/) { }
    void operator()(const TerminalOutputEvent & /*event*/) { }
    void operator()(const TerminalResizedEvent & /*event*/) { }
    void operator()(const TerminalInputTakenEvent & /*event*/) { }
    void operator()(const TerminalMovedEvent & /*event*/) { }
    void operator()(const TerminalEndedEvent & /*event*/) { }

private:
    Moment &begin(Moment::Kind kind)
    {
        Moment moment;
        moment.kind = kind;
        moment.serial = m_now->serial;
        moment.at = m_now->at;
        m_moments.append(moment);
        return m_moments.last();
    }

    [[nodiscard]] bool goesOn() const
    {
        const Moment &last = m_moments.constLast();
        const bool isLook = last.kind == Moment::Kind::Begin || last.kind == Moment::Kind::Change;
        return isLook && m_now->at - last.at <= kOneLook;
    }

    QList<Moment> &m_moments;
    const TimedEvent *m_now = nullptr;
};

QString facetsOf(const Moment &moment, Side side)
{
    QStringList names;
    for (const auto &[at, kind] : moment.facets) {
        if (at == side) {
            names << words::facetName(kind);
        }
    }
    return names.isEmpty()
        ? QString()
        : translate("Moments", "%1: %2", "side and what changed there")
              .arg(words::sideName(side), names.join(translate("Moments", ", ")));
}

} // namespace

QList<Moment> momentsOf(const History &history)
{
    QList<Moment> moments;
    Collector collector(moments);
    for (const TimedEvent &event : history.events()) {
        collector.take(event);
    }
    return moments;
}

qsizetype placeOf(const QList<Moment> &moments, qint64 serial)
{
    const auto after = std::ranges::upper_bound(moments, serial, {}, &Moment::serial);
    return std::max<qsizetype>(after - moments.cbegin() - 1, 0);
}

QString timeText(std::chrono::milliseconds at)
{
    return translate("Moments", "%1 s", "seconds")
        .arg(QLocale().toString(static_cast<double>(at.count()) / 1000.0, 'f', 3));
}

QString momentText(const Moment &moment)
{
    switch (moment.kind) {
    case Moment::Kind::Begin:
        return translate("Moments", "the beginning");
    case Moment::Kind::Plan:
        return translate("Moments", "planned, no step made yet");
    case Moment::Kind::Step:
        return (moment.failed ? translate("Moments", "step %1 failed, %2")
                              : translate("Moments", "step %1, %2"))
            .arg(moment.step)
            .arg(moment.call);
    case Moment::Kind::Change: {
        QStringList sides{facetsOf(moment, Side::Outside), facetsOf(moment, Side::Inside)};
        sides.removeAll(QString());
        return sides.join(translate("Moments", "; "));
    }
    case Moment::Kind::End:
        return translate("Moments", "the end");
    }
    Q_UNREACHABLE();
}

} // namespace nsw
