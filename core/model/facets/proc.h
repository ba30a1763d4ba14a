// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A process in a /proc, with the PID that this /proc has for it. */
struct ProcEntry {
    std::int32_t pid = 0;
    QString name; ///< comm
    bool operator==(const ProcEntry &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("pid", &ProcEntry::pid),
                          field("name", &ProcEntry::name)};
    }
};

/** What is mounted on /proc, in the mount namespace of this side. It shows the PID namespace of
 * whoever mounted it, which is not this side's own until it is mounted anew. */
struct ProcFacet {
    static constexpr FacetKind kKind = FacetKind::Proc;
    bool isMounted = false;
    bool isOwn = false; ///< its PID 1 is PID 1 of this side
    QList<ProcEntry> processes;
    QList<Error> diagnostics;
    bool operator==(const ProcFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("isMounted", &ProcFacet::isMounted),
                          field("isOwn", &ProcFacet::isOwn),
                          field("processes", &ProcFacet::processes),
                          field("diagnostics", &ProcFacet::diagnostics)};
    }
};

} // namespace nsw
