// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowdiff.h"

#include <QBitArray>

namespace nsw
{

namespace
{

QList<RowDiff::Run> removalsOf(const QList<qsizetype> &places)
{
    QList<RowDiff::Run> runs;
    for (qsizetype end = places.size(); end > 0;) {
        if (places.at(end - 1) >= 0) {
            --end;
            continue;
        }
        qsizetype first = end - 1;
        while (first > 0 && places.at(first - 1) < 0) {
            --first;
        }
        runs.append({.first = first, .count = end - first});
        end = first;
    }
    return runs;
}

QList<RowDiff::Run> insertionsOf(const QList<qsizetype> &kept, qsizetype size)
{
    QList<bool> isThere(size, false);
    for (const qsizetype place : kept) {
        isThere[place] = true;
    }
    QList<RowDiff::Run> runs;
    for (qsizetype i = 0; i < size; ++i) {
        if (isThere.at(i)) {
            continue;
        }
        if (!runs.isEmpty() && runs.constLast().first + runs.constLast().count == i) {
            ++runs.last().count;
        } else {
            runs.append({.first = i, .count = 1});
        }
    }
    return runs;
}

/** Those that may stay where they are while the others move: a longest ascending subsequence. */
QBitArray stayersOf(const QList<qsizetype> &kept)
{
    QList<qsizetype> ends; // ends[n]: where the lowest end of an ascending n + 1 is
    QList<qsizetype> previous(kept.size(), -1);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const auto at = std::ranges::lower_bound(
            ends, kept.at(i), {}, [&kept](qsizetype end) { return kept.at(end); });
        if (at != ends.begin()) {
            previous[i] = *std::prev(at);
        }
        if (at == ends.end()) {
            ends.append(i);
        } else {
            *at = i;
        }
    }
    QBitArray stays(kept.size());
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = previous.at(i)) {
        stays.setBit(i);
    }
    return stays;
}

QList<RowDiff::Move> movesOf(const QList<qsizetype> &kept)
{
    if (std::ranges::is_sorted(kept)) {
        return {};
    }
    const QBitArray stays = stayersOf(kept);
    QList<qsizetype> movers;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (!stays.testBit(i)) {
            movers.append(kept.at(i));
        }
    }
    std::ranges::sort(movers);
    QList<qsizetype> target = kept;
    std::ranges::sort(target);
    QList<qsizetype> now = kept;
    QList<RowDiff::Move> moves;
    // From the first place on: each goes behind the one that is before it in the end, which stays
    // or has moved already.
    for (const qsizetype mover : std::as_const(movers)) {
        const qsizetype from = now.indexOf(mover);
        now.removeAt(from);
        const auto rank = std::ranges::lower_bound(std::as_const(target), mover) - target.cbegin();
        const qsizetype to = rank == 0 ? 0 : now.indexOf(target.at(rank - 1)) + 1;
        now.insert(to, mover);
        if (from != to) {
            moves.append({.from = from, .to = to});
        }
    }
    return moves;
}

} // namespace

RowDiff diffPlaces(const QList<qsizetype> &places, qsizetype size)
{
    QList<qsizetype> kept;
    kept.reserve(places.size());
    std::ranges::copy_if(
        places, std::back_inserter(kept), [](qsizetype place) { return place >= 0; });
    return {.removals = removalsOf(places),
            .moves = movesOf(kept),
            .insertions = insertionsOf(kept, size),
            .changes = {}};
}

} // namespace nsw
