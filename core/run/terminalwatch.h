// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/terminalevents.h"

#include <array>
#include <expected>
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

    /** Where it began. */
    [[nodiscard]] QList<TerminalNamespace> first() const;

    struct Seen {
        QList<TerminalNamespace> moved;
        bool isUnknown = false; ///< it is somebody else's process, as under sudo(8)
        bool operator==(const Seen &) const = default;
    };

    /** Looks at the leader of that process group; nothing when it is as it was the last time, or
     * has just ended. */
    std::optional<Seen> look(pid_t group);

private:
    using Numbers = std::array<std::uint64_t, 8>; ///< in the order of kAllKinds; 0: unknown

    /** An errno value where none of them can be read. */
    [[nodiscard]] std::expected<Numbers, int> numbersOf(pid_t pid) const;

    [[nodiscard]] QList<TerminalNamespace> movedTo(const Numbers &numbers) const;

    int m_proc;
    std::optional<Numbers> m_first;
    Seen m_told;
};

} // namespace nsw
