// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

/** How long other things than this beat kept the event loop. */
class Pulse
{
public:
    Pulse()
    {
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_since.start();
        m_beat.start(kBeatMs);
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }

private:
    static constexpr int kBeatMs = 5;

    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};
