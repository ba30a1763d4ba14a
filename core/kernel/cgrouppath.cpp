// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/cgrouppath.h"

namespace nsw
{

Rows<CgroupPath> parseCgroupPaths(QByteArrayView bytes)
{
    return rowsOf<CgroupPath>(bytes, [](QByteArrayView line) -> std::optional<CgroupPath> {
        const auto hierarchy = parseNumber<std::int32_t>(takeUntil(line, ':'));
        QByteArrayView controllers = takeUntil(line, ':');
        // The rest is the path, which may itself have colons. "/.." leads out of a cgroup
        // namespace.
        if (!hierarchy || !line.startsWith('/')) {
            return std::nullopt;
        }
        CgroupPath path{.hierarchy = *hierarchy, .controllers = {}, .path = unescaped(line)};
        while (!controllers.isEmpty()) {
            path.controllers << QString::fromUtf8(takeUntil(controllers, ','));
        }
        return path;
    });
}

} // namespace nsw
