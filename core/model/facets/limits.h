// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** A file below /proc/sys that limits something for whoever opens it. */
struct Limit {
    QString name; ///< its path below /proc/sys, "user/max_uts_namespaces"
    QString value; ///< one number or several, as the file has them
    bool operator==(const Limit &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &Limit::name),
                          field("value", &Limit::value)};
    }
};

/** Limits of namespaces and of what is in them: of this user namespace (namespaces(7)) and of the
 * system, of the IPC namespace (ipc_namespaces(7)) and of the PID namespace. */
struct LimitsFacet {
    static constexpr FacetKind kKind = FacetKind::Limits;
    QList<Limit> limits;
    QList<Error> diagnostics;
    bool operator==(const LimitsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("limits", &LimitsFacet::limits),
                          field("diagnostics", &LimitsFacet::diagnostics)};
    }
};

} // namespace nsw
