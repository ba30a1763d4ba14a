// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace nsw
{

/** What a process does with signals, out of /proc/PID/status (proc_pid_status(5)). */
struct SignalMasks {
    std::uint64_t blocked = 0;
    std::uint64_t ignored = 0;
    std::uint64_t caught = 0;

    /** Readers of a signalfd block the signal instead of handling it. */
    [[nodiscard]] bool handles(int signal) const { return has(caught | blocked, signal); }
    [[nodiscard]] bool ignores(int signal) const { return has(ignored, signal); }

private:
    [[nodiscard]] static bool has(std::uint64_t mask, int signal)
    {
        return ((mask >> static_cast<unsigned>(signal - 1)) & 1U) != 0;
    }
};

/** A mask that is not there is empty. */
SignalMasks parseSignalMasks(QByteArrayView status);

} // namespace nsw
