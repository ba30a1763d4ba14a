// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/difference.h"
#include "core/model/facets.h"

#include <QList>
#include <QString>

#include <expected>

/** A facet inside and the same facet outside, as rows of text to lay side by side. */
namespace nsw
{

struct ComparisonRow {
    QString label;
    QString outside;
    QString inside;
    Difference difference = Difference::Same;
    std::int64_t id = 0; ///< what stays while the row changes, as a PID; 0: the label
    bool isChanged = false; ///< by the step that was made last, where one goes step by step
    bool operator==(const ComparisonRow &) const = default;
};

struct Comparison {
    FacetKind kind = FacetKind::Namespaces;
    QList<ComparisonRow> rows;
    QStringList unreadable; ///< sentences, translated: what could not be read and why
    Versus versus = Versus::Sides;
};

using FacetOrError = std::expected<Facet, Error>;

/** Null: not known (yet). All rows, without a limit; whoever shows them cuts. */
Comparison compare(FacetKind kind, const FacetOrError *outside, const FacetOrError *inside);
Comparison compareMoments(FacetKind kind, const FacetOrError *then, const FacetOrError *now);

} // namespace nsw
