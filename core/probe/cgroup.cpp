// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/cgroup.h"

#include "core/kernel/cgrouppath.h"
#include "core/probe/reading.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

Result<CgroupFacet> takeCgroup(const Vantage &vantage)
{
    const QByteArray path = entryOf(vantage, "cgroup"_ba);
    const auto bytes = readProc(vantage.proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    Rows<CgroupPath> parsed = parseCgroupPaths(*bytes);
    CgroupFacet facet;
    facet.hierarchies = std::move(parsed.rows);
    if (!parsed.badLines.isEmpty()) {
        facet.diagnostics << notUnderstood(path, QString::number(parsed.badLines.first()));
    }
    const auto unified = std::ranges::find(facet.hierarchies, 0, &CgroupPath::hierarchy);
    if (unified != facet.hierarchies.end()) {
        facet.path = unified->path;
    } else if (!facet.hierarchies.isEmpty()) {
        facet.path = facet.hierarchies.first().path;
    }
    return facet;
}

} // namespace nsw
