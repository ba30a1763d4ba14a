// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"

#include <QList>
#include <QString>

namespace nsw
{

/** A place in a history that is worth a look: what came at once is one moment. */
struct Moment {
    enum class Kind : std::uint8_t {
        Begin, ///< what was known before anything happened
        Plan, ///< the steps are known, none is made
        Step,
        Change, ///< facets came
        End,
    };
    Kind kind = Kind::Begin;
    qint64 serial = 0; ///< of its last event
    std::chrono::milliseconds at{0};
    std::int32_t step = 0;
    bool failed = false; ///< the step did
    QString call; ///< of the step
    QList<std::pair<Side, FacetKind>> facets; ///< that came with it
    bool operator==(const Moment &) const = default;
};

/** In their order. What the command wrote makes no moment of its own. */
QList<Moment> momentsOf(const History &history);

/** The place of the last moment that is not after this event; 0 where all are. */
qsizetype placeOf(const QList<Moment> &moments, qint64 serial);

/** "0.215 s" */
QString timeText(std::chrono::milliseconds at);
/** "step 5, sethostname", "inside: Hostname, Mounts" */
QString momentText(const Moment &moment);

} // namespace nsw
