// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

/** uname(2). */
struct UtsFacet {
    static constexpr FacetKind kKind = FacetKind::Uts;
    QString nodename;
    QString domainname;
    QString sysname;
    QString release;
    QString version;
    QString machine;
    QList<Error> diagnostics;
    bool operator==(const UtsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("nodename", &UtsFacet::nodename),
                          field("domainname", &UtsFacet::domainname),
                          field("sysname", &UtsFacet::sysname),
                          field("release", &UtsFacet::release),
                          field("version", &UtsFacet::version),
                          field("machine", &UtsFacet::machine),
                          field("diagnostics", &UtsFacet::diagnostics)};
    }
};

} // namespace nsw
