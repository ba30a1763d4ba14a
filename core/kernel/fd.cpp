// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"

#include <unistd.h>

namespace nsw
{

void UniqueFd::reset(int fd)
{
    const int old = std::exchange(m_fd, fd);
    if (old >= 0 && old != fd) {
        ::close(old);
    }
}

} // namespace nsw
