// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline.h"

#include "app/panels/chartspanel.h"
#include "app/panels/momentstrip.h"
#include "app/panels/stepspanel.h"
#include "app/text/words.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"

namespace nsw
{

Timeline::Timeline(const TimelineParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(m_parts.session, &SessionController::stateChanged, this, &Timeline::refresh);
    connect(m_parts.strip, &MomentStrip::chosen, this, &Timeline::choose);
    connect(m_parts.masking, &Masking::changed, this, &Timeline::show);
    connect(m_parts.charts, &ChartsPanel::made, this, &Timeline::fillCharts);
}

void Timeline::fillCharts()
{
    m_parts.charts->setHistory(m_parts.session->history());
    m_parts.charts->setSteps(isAsItIs() ? m_parts.masking->shown(m_parts.session->state()).steps
                                        : chosen().state.steps);
}

void Timeline::refresh()
{
    const History &history = m_parts.session->history();
    const Replay *replay = m_parts.session->replay();
    const bool isOther = m_history != &history;
    if (isOther || history.firstSerial() != m_first) {
        m_history = &history;
        m_first = history.firstSerial();
        m_parts.strip->setRecorded(replay != nullptr);
        m_parts.strip->goLive(); // the moment that was shown is of a run that is forgotten
    }
    if (isOther || history.lastSerial() != m_last) {
        m_last = history.lastSerial();
        m_parts.strip->setMoments(momentsOf(history));
        m_parts.charts->setHistory(history);
    }
    if (replay != nullptr) {
        m_parts.strip->showSerial(replay->serial());
    }
    if (isAsItIs()) {
        m_parts.charts->setSteps(m_parts.masking->shown(m_parts.session->state()).steps);
    } else if (m_parts.strip->isComparing()) {
        show(); // the present may be one of the two
    }
}

/** In a recording, a moment is where it is played from. */
void Timeline::choose()
{
    if (Replay *replay = m_parts.session->replay()) {
        const std::optional<Moment> moment = m_parts.strip->shown()->moment();
        replay->goAfter(moment ? moment->serial : replay->history().lastSerial());
    }
    show();
}

bool Timeline::isAsItIs() const
{
    return m_parts.session->replay() != nullptr ? !m_parts.strip->isComparing()
                                                : m_parts.strip->isLive();
}

void Timeline::show()
{
    if (isAsItIs()) {
        m_parts.cards->showPresent();
        m_parts.steps->showPresent();
        m_parts.charts->setSteps(m_parts.masking->shown(m_parts.session->state()).steps);
        return;
    }
    const Past past = chosen();
    m_parts.cards->showPast(past);
    m_parts.steps->showPast(past.state);
    m_parts.charts->setSteps(past.state.steps);
}

SessionState Timeline::stateOf(const MomentSlider *slider) const
{
    const std::optional<Moment> moment = slider->moment();
    const History &history = m_parts.session->history();
    if (moment || m_parts.session->replay() != nullptr) {
        return m_parts.masking->shown(
            history.stateAfter(moment ? moment->serial : history.lastSerial()));
    }
    return m_parts.masking->shown(m_parts.session->state());
}

Past Timeline::chosen() const
{
    const MomentSlider *shown = m_parts.strip->shown();
    if (!m_parts.strip->isComparing()) {
        return {.state = stateOf(shown),
                .two = std::nullopt,
                .headline = tr("Not live: as it was at %1").arg(shown->text()),
                .subline = tr("Esc, or “Back to live”, shows the machine as it is now.")};
    }
    const MomentSlider *then = shown;
    const MomentSlider *now = m_parts.strip->other();
    if (then->value() > now->value()) {
        std::swap(then, now);
    }
    const Side side = m_parts.strip->side();
    return {.state = stateOf(now),
            .two = TwoMoments{.then = stateOf(then), .now = stateOf(now), .side = side},
            .headline = tr("%1, then and now", "side").arg(words::sideName(side)),
            .subline = tr("Then: %1. Now: %2. ≠ changed   − gone   + new. Esc shows the machine "
                          "as it is now.")
                           .arg(then->text(), now->text())};
}

} // namespace nsw
