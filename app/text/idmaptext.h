// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/users.h"

/** What there is to say about an ID map (user_namespaces(7)) while it is written and when it holds.
 */
namespace nsw
{

struct MapRemark {
    bool isFault = false; ///< the kernel refuses the map
    QString text;
    bool operator==(const MapRemark &) const = default;
};

/** Overlaps, lines without IDs or beyond the last one; then the gaps: IDs that are not mapped. */
QList<MapRemark> remarksOn(const QList<MappedRange> &map);

/** "0–999 inside are 100000–100999 outside", one line for each range. */
QString mapInWords(const QList<MappedRange> &map);

/** "5" or "5–9". */
QString idSpan(quint64 first, quint64 last);

} // namespace nsw
