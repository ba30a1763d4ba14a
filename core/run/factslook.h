// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/run/connection.h"
#include "core/run/watch.h"

#include <functional>
#include <vector>

namespace nsw
{

/**
 * What a plan depends on, looked at by a child: a path may be where nothing answers, and whose ids
 * are set aside may be asked of a directory service. So a look may take any time, and holds nobody
 * up; the next one takes its place.
 */
class FactsLook
{
public:
    using Look = std::function<QByteArray()>; ///< gives the frame that is the answer

    /** `proc`: a directory fd of /proc. */
    explicit FactsLook(int proc)
        : m_proc(proc)
    {
    }

    /** The look is made in a child, which ends with it. */
    void begin(Look look);

    void watch(WatchList &list, Connection &connection);

private:
    void start();
    void onAnswer(Connection &connection);

    int m_proc;
    Look m_look;
    int m_attempts = 0;
    UniqueFd m_child; ///< pidfd
    UniqueFd m_answer;
    QByteArray m_frame;
    std::vector<UniqueFd> m_leaving; ///< pidfds of those that were killed
};

} // namespace nsw
