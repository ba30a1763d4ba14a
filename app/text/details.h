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
    /** Of what the row is about, as the comparison calls it; where absent, its first cell. */
    std::optional<QString> name = std::nullopt;
    std::int32_t process = 0; ///< PID outside of the one that the row leads to; 0: to none
    /** Where it is, in words of its own; where absent, as the difference has it. */
    std::optional<QString> place = std::nullopt;
    bool operator==(const DetailRow &) const = default;
};

/** What a table is about is to be named first. */
enum class Ask : std::uint8_t { Nothing, Process, File };

/** What the column says that stands behind the name of each row, with a sign. */
enum class Told : std::uint8_t {
    Nothing, ///< there is no such column
    Place, ///< on which of the sides it is
    Values, ///< whether its values differ
};

struct DetailTable {
    QString id; ///< under which its columns are remembered
    QString title;
    QString note; ///< a sentence above the table; may be empty
    QStringList columns;
    QList<DetailRow> rows;
    /** The first column that two rows are compared by, when two are marked; 0: they are not. */
    qsizetype comparedFrom = 0;
    Ask ask = Ask::Nothing;
    Told told = Told::Nothing;
    qsizetype nameColumns = 1; ///< what a row is called, before what is told of it
    bool operator==(const DetailTable &) const = default;
};

/** What is known; null where nothing is. */
using FacetSource = std::function<const FacetOrError *(Side, FacetKind)>;

/** In which of the compared columns two rows are alike and in which they differ, as a sentence. */
QString rowsCompared(const DetailTable &table, const DetailRow &one, const DetailRow &other);

/** The tables of a panel, beside its comparison. */
QList<DetailTable> details(FacetKind kind, const FacetSource &known);

/** The tables of one side at two moments, in one: what changed says what it was and what it is. */
QList<DetailTable>
changedDetails(FacetKind kind, Side side, const FacetSource &then, const FacetSource &now);

} // namespace nsw
