// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"

#include <QStringList>

namespace nsw
{

/** What a panel says of itself. */
struct FacetExplanation {
    QString isolates; ///< what a namespace of this kind gives a process of its own
    QString keeps; ///< what it leaves as it is, where people expect otherwise
    QString since; ///< the kernel that brought it
    QStringList manPages;
    bool operator==(const FacetExplanation &) const = default;
};

FacetExplanation explanationOf(FacetKind kind);

} // namespace nsw
