// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/cardspanel.h"
#include "app/session/history.h"

namespace nsw
{

class ChartsPanel;
class Masking;
class MomentSlider;
class MomentStrip;
class SessionController;
class StepsPanel;

/** Where the chosen moments are shown. */
struct TimelineParts {
    SessionController *session = nullptr;
    Masking *masking = nullptr;
    MomentStrip *strip = nullptr;
    CardsPanel *cards = nullptr;
    StepsPanel *steps = nullptr;
    ChartsPanel *charts = nullptr;
};

/** Brings the moment that is chosen, or two of them, to the cards, the steps and the charts. */
class Timeline : public QObject
{
    Q_OBJECT
public:
    explicit Timeline(const TimelineParts &parts, QObject *parent = nullptr);

private:
    void refresh();
    void choose();
    void show();
    void fillCharts();
    [[nodiscard]] bool isAsItIs() const;
    [[nodiscard]] Past chosen() const;
    [[nodiscard]] SessionState stateOf(const MomentSlider *slider) const;

    TimelineParts m_parts;
    const History *m_history = nullptr; ///< that of the session, or of a recording
    qint64 m_first = 0; ///< the first serial of the run
    qint64 m_last = -1; ///< the last one that was seen
};

} // namespace nsw
