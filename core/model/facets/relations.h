// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/namespaces.h"

namespace nsw
{

struct RelatedNamespace {
    NsKind kind = NsKind::Mount;
    NamespaceIdentity identity;
    bool operator==(const RelatedNamespace &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("kind", &RelatedNamespace::kind),
                          requiredField("identity", &RelatedNamespace::identity)};
    }
};

/** Owner and parent of every namespace that a process is in, whosever it is. */
struct RelationsFacet {
    static constexpr FacetKind kKind = FacetKind::Relations;
    QList<RelatedNamespace> namespaces; ///< each once, by kind and inode
    QList<Error> diagnostics;
    bool operator==(const RelationsFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("namespaces", &RelationsFacet::namespaces),
                          field("diagnostics", &RelationsFacet::diagnostics)};
    }
};

} // namespace nsw
