// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_cgroup.h"

#include "app/text/translate.h"

namespace nsw
{

void compareCgroup(const Sides<CgroupFacet> &sides, Rows &rows)
{
    rows.add(translate("Compare", "Path"),
             sides.each([](const CgroupFacet &facet) { return facet.path; }));
    NamedTexts hierarchies;
    const auto put = [&](Side side, const CgroupFacet *facet) {
        for (const CgroupPath &one : orNone(facet != nullptr ? &facet->hierarchies : nullptr)) {
            if (one.hierarchy != 0) {
                hierarchies.put(
                    side,
                    translate("Compare", "Hierarchy of %1").arg(joined(one.controllers)),
                    one.path);
            }
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    hierarchies.addTo(rows);
}

} // namespace nsw
