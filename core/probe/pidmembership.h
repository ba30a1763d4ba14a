// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"

#include <QHash>

namespace nsw
{

/** Tells whether processes are in a PID namespace or in one of its descendants. */
class PidMembership
{
public:
    enum class Verdict : std::uint8_t { Member, Stranger, Unknown };

    /** The PID namespace of the task that stands for the vantage. */
    explicit PidMembership(const Vantage &vantage);

    /** Unknown where the namespace of the process can't be read. */
    Verdict of(std::int32_t pid);

private:
    [[nodiscard]] Verdict climb(const QByteArray &path) const;

    int m_proc = -1;
    std::uint64_t m_root = 0; ///< inode; 0: unreadable
    QHash<std::uint64_t, Verdict> m_known; ///< by the inode of the PID namespace
};

} // namespace nsw
