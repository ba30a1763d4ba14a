// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/runs.h"

#include <algorithm>

namespace nsw
{

namespace
{

/** Also of what always stays in a history. */
qint64 costOf(const Run &run)
{
    return run.history.bytes()
        + (static_cast<qint64>(sizeof(TimedEvent)) * run.history.events().size());
}

} // namespace

void EarlierRuns::add(const Run &run)
{
    if (!run.wasStarted()) {
        return;
    }
    m_runs.prepend(run);
    while (!m_runs.isEmpty() && bytes() > m_mostBytes) {
        m_runs.removeLast();
    }
}

qint64 EarlierRuns::bytes() const
{
    return std::ranges::fold_left(
        m_runs, qint64{0}, [](qint64 sum, const Run &run) { return sum + costOf(run); });
}

} // namespace nsw
