// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/error.h"

#include <cstdint>

#include <sys/types.h>

/** Pseudoterminals (pty(7)). */
namespace nsw
{

struct Pty {
    UniqueFd master; ///< does not block
    UniqueFd slave;
};

/** Both ends, of the devpts where the caller is: neither is looked up by a path (TIOCGPTPEER, Linux
 * 4.13), so that the other end is of use also where that devpts is not to be seen. */
Result<Pty> openPty(std::int32_t columns, std::int32_t rows);

/** Tells what is in the foreground, by SIGWINCH, when it is another size than before. */
Result<void> resizePty(int master, std::int32_t columns, std::int32_t rows);

/** The process group in the foreground, as the caller sees it; 0: none that it can see. */
pid_t foregroundGroup(int master);

} // namespace nsw
