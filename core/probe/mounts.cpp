// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/mounts.h"

#include "core/kernel/mountinfo.h"
#include "core/probe/reading.h"

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

Result<MountsFacet> takeMounts(const Vantage &vantage)
{
    const QByteArray path = entryOf(vantage, "mountinfo"_ba);
    const auto bytes = readProc(vantage.proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    Rows<MountPoint> parsed = parseMountinfo(*bytes);
    MountsFacet facet;
    facet.mounts = std::move(parsed.rows);
    if (!parsed.badLines.isEmpty()) {
        facet.diagnostics << notUnderstood(path, QString::number(parsed.badLines.first()));
    }
    return facet;
}

} // namespace nsw
