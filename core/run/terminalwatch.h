// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/terminalevents.h"

#include <array>
#include <optional>

#include <sys/types.h>

namespace nsw
{

/**
 * Sees that what is in the foreground of a terminal left the namespaces in which the terminal's
 * shell began. There is no event for that: unshare(2) and setns(2) have to be found by looking.
 */
class TerminalWatch
{
public:
    /** `proc`: a directory fd of /proc. */
    explicit TerminalWatch(int proc)
        : m_proc(proc)
    {
    }

    /** The shell, as it was started. */
    void begin(pid_t shell);

    /** Looks at the leader of that process group; nothing when it is as it was the last time, or
     * can't be read: others' processes, or one that has just ended. */
    std::optional<QList<MovedNamespace>> look(pid_t group);

private:
    using Numbers = std::array<std::uint64_t, 8>; ///< in the order of kAllKinds; 0: unknown

    [[nodiscard]] std::optional<Numbers> numbersOf(pid_t pid) const;

    int m_proc;
    std::optional<Numbers> m_first;
    QList<MovedNamespace> m_told;
};

} // namespace nsw
