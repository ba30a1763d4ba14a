// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"
#include "core/model/configuration.h"

#include <QDateTime>

namespace nsw
{

/** What was started, and all that came of it. */
struct Run {
    Configuration configuration;
    QDateTime startedAt; ///< not valid: nothing was started since the history began
    History history;

    [[nodiscard]] bool wasStarted() const { return startedAt.isValid(); }
};

/** Runs that others came after, the latest first. Together they are bounded: the oldest goes. */
class EarlierRuns
{
public:
    static constexpr qint64 kMostBytes = qint64{64} << 20;

    explicit EarlierRuns(qint64 mostBytes = kMostBytes)
        : m_mostBytes(mostBytes)
    {
    }

    /** Nothing where nothing was started. */
    void add(const Run &run);
    [[nodiscard]] const QList<Run> &runs() const { return m_runs; }
    /** What all of them take, more or less. */
    [[nodiscard]] qint64 bytes() const;

private:
    qint64 m_mostBytes;
    QList<Run> m_runs;
};

} // namespace nsw
