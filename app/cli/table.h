// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/compare.h"

namespace nsw::cli
{

struct TableStyle {
    int width = 100; ///< columns of the terminal
    bool colour = false;
    bool bothSides = true; ///< outside and inside, or outside alone
    qsizetype mostRows = -1; ///< of a facet; -1: all
};

/** A facet as a table with a heading, the sides next to each other. */
QString facetTable(const Comparison &comparison, const TableStyle &style);

/** The line above the tables that says which column is which. */
QString tableHead(const TableStyle &style);

QString bold(const QString &text, bool colour);

} // namespace nsw::cli
