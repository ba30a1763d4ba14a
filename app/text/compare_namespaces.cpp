// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_namespaces.h"

#include "app/text/translate.h"
#include "app/text/words.h"

namespace nsw
{

void compareNamespaces(const Sides<NamespacesFacet> &sides, Rows &rows)
{
    for (const NsKind kind : kAllKinds) {
        rows.add(words::kindName(kind), sides.each([kind](const NamespacesFacet &facet) {
            const auto &identity = facet.of(kind);
            return identity ? QString::number(identity->inode) : translate("Compare", "unknown");
        }));
    }
}

} // namespace nsw
