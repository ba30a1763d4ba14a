// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace nsw
{

/**
 * Tells whether processes came or went, far cheaper than to look at each of them. The kernel has no
 * event for it that an ordinary user may hear.
 */
class ProcessWatch
{
public:
    /** `proc`: a directory fd of /proc. */
    explicit ProcessWatch(int proc)
        : m_proc(proc)
    {
    }

    /** Since the last call. Threads of the kernel do not count: they come and go all the time. */
    bool changed();

private:
    [[nodiscard]] bool isOfKernel(std::int32_t pid) const;

    int m_proc;
    QByteArray m_load; ///< of /proc/loadavg, what changes with every birth and death
    QSet<std::int32_t> m_known;
    QSet<std::int32_t> m_ofKernel; ///< among these
};

} // namespace nsw
