// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace nsw
{

/**
 * How a list of rows becomes another one: first the removals, then the moves, then the insertions;
 * each is told in the places at its turn. The changes are in the places at the end.
 */
struct RowDiff {
    struct Run {
        qsizetype first = 0;
        qsizetype count = 0;
        bool operator==(const Run &) const = default;
    };
    struct Move {
        qsizetype from = 0;
        qsizetype to = 0; ///< where the row is afterwards
        bool operator==(const Move &) const = default;
    };

    QList<Run> removals; ///< the last run first
    QList<Move> moves; ///< as few as there can be
    QList<Run> insertions; ///< the first run first
    QList<qsizetype> changes; ///< rows with the key of before and another value
};

/** `places`: for each row its place in the list of `size` rows that is to be, or -1. */
RowDiff diffPlaces(const QList<qsizetype> &places, qsizetype size);

/**
 * Rows are matched by what `keyOf` gives, which must be hashable. Of rows that share a key only one
 * on each side is matched; the others go or come.
 */
template<class Row, class KeyOf>
RowDiff diffRows(const QList<Row> &before, const QList<Row> &after, KeyOf keyOf)
{
    using Key = std::decay_t<decltype(keyOf(std::declval<const Row &>()))>;
    QHash<Key, qsizetype> placeOf;
    placeOf.reserve(after.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        placeOf.insert(keyOf(after.at(i)), i);
    }
    QList<qsizetype> places;
    places.reserve(before.size());
    QList<qsizetype> changes;
    for (const Row &row : before) {
        const auto found = placeOf.find(keyOf(row));
        if (found == placeOf.end() || *found < 0) {
            places.append(-1);
            continue;
        }
        const qsizetype place = std::exchange(*found, -1);
        places.append(place);
        if (!(row == after.at(place))) {
            changes.append(place);
        }
    }
    std::ranges::sort(changes);
    RowDiff diff = diffPlaces(places, after.size());
    diff.changes = std::move(changes);
    return diff;
}

} // namespace nsw
