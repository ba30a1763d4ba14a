// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include <sys/types.h>

namespace nsw::test
{

/** A system call that waits to be let through. */
struct GatedCall {
    std::uint64_t id = 0;
    pid_t pid = 0;
    int number = 0; ///< SYS_…
    std::array<std::uint64_t, 6> arguments{};
};

/**
 * A program whose system calls of some kinds, and those of its descendants, wait until they are let
 * through or failed (seccomp_unotify(2)). Somebody has to answer as long as one of them lives.
 */
class SyscallGate
{
public:
    struct Program {
        QList<QByteArray> argv;
        int descriptor = -1; ///< becomes descriptor 3 of the program; nothing else is open
        uid_t uid = 0; ///< whose program it is
    };

    /** `calls`: numbers of those that wait; openat(2) only with a path of its own (AT_FDCWD). */
    static Result<SyscallGate> start(const Program &program, std::span<const int> calls);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int pidfd() const { return m_pidfd.get(); }
    /** Readable when a call waits, hung up when nobody is left. */
    [[nodiscard]] int listener() const { return m_listener.get(); }

    /** The next call; nothing when its process ended meanwhile. */
    [[nodiscard]] std::optional<GatedCall> next() const;
    /** 0 lets it through, an errno makes it fail with that. */
    void answer(const GatedCall &call, int error) const;

private:
    pid_t m_pid = 0;
    UniqueFd m_pidfd;
    UniqueFd m_listener;
};

} // namespace nsw::test
