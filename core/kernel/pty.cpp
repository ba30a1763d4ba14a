// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/pty.h"

#include "core/kernel/failure.h"

#include <cstdlib>

#include <asm/ioctls.h>
#include <fcntl.h>
#include <sys/ioctl.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

Result<Pty> openPty(std::int32_t columns, std::int32_t rows)
{
    Pty pty;
    pty.master.reset(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    if (!pty.master.isValid()) {
        return failure("posix_openpt"_L1);
    }
    if (::unlockpt(pty.master.get()) != 0) {
        return failure("unlockpt"_L1);
    }
    pty.slave.reset(::ioctl(pty.master.get(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!pty.slave.isValid()) {
        return failure("ioctl"_L1);
    }
    if (const auto sized = resizePty(pty.master.get(), columns, rows); !sized) {
        return std::unexpected(sized.error());
    }
    return pty;
}

Result<void> resizePty(int master, std::int32_t columns, std::int32_t rows)
{
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    if (::ioctl(master, TIOCSWINSZ, &size) != 0) {
        return failure("ioctl"_L1);
    }
    return {};
}

pid_t foregroundGroup(int master)
{
    pid_t group = 0;
    return ::ioctl(master, TIOCGPGRP, &group) == 0 ? group : 0;
}

} // namespace nsw
