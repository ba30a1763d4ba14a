// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/compare.h"

#include <functional>

/**
 * A facet in depth: tables with a column for each of its parts, of both sides together. Pure: what
 * is known goes in, texts come out.
 */
namespace nsw
{

struct DetailRow {
    QString key; ///< what stays while the row changes
    QStringList cells; ///< one for each column
    Difference difference = Difference::Unknown;
    int depth = 0; ///< of a tree; the first cell is indented by it
    bool operator==(const DetailRow &) const = default;
};

struct DetailTable {
    QLatin1StringView id; ///< under which its columns are remembered
    QString title;
    QString note; ///< a sentence above the table; may be empty
    QStringList columns;
    QList<DetailRow> rows;
    bool operator==(const DetailTable &) const = default;
};

/** What is known; null where nothing is. */
using FacetSource = std::function<const FacetOrError *(Side, FacetKind)>;

/** The tables of a panel, beside its comparison. */
QList<DetailTable> details(FacetKind kind, const FacetSource &known);

} // namespace nsw
