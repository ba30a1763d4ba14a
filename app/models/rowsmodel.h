// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowdiff.h"
#include "app/models/tablemodel.h"

#include <numeric>

namespace nsw
{

/**
 * A table whose rows are values with a key each. New contents are brought in by removals, moves,
 * insertions and changes, never by a reset, so that views keep selection, scroll and current row.
 */
template<class Row>
class RowsModel : public TableModel
{
public:
    using TableModel::TableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

protected:
    /** `keyOf` gives a hashable key; no two rows of `next` may share one. */
    template<class KeyOf>
    void updateRows(const QList<Row> &next, KeyOf keyOf, Marks wanted = Marks::Made)
    {
        const bool doesMark = wanted == Marks::Made && !m_rows.isEmpty();
        if (!doesMark) {
            clearMarks();
        }
        const RowDiff diff = diffRows(m_rows, next, keyOf);
        for (const RowDiff::Run &run : diff.removals) {
            removeRun(run);
        }
        if (diff.moves.size() > kMostMoves) {
            arrange(diff.moves);
        } else {
            for (const RowDiff::Move &move : diff.moves) {
                moveRow(move);
            }
        }
        for (const RowDiff::Run &run : diff.insertions) {
            insertRun(run, next);
            if (doesMark) {
                markRows(static_cast<int>(run.first), static_cast<int>(run.count));
            }
        }
        for (const qsizetype changed : diff.changes) {
            const QStringList before
                = doesMark ? textsOf(static_cast<int>(changed)) : QStringList();
            m_rows[changed] = next.at(changed);
            if (doesMark) {
                markChanges(static_cast<int>(changed), before);
            }
            tellChange(changed);
        }
        Q_EMIT updated();
    }

    void setRow(qsizetype i, const Row &row)
    {
        m_rows[i] = row;
        tellChange(i);
    }

    void appendRow(const Row &row) { insertRun({.first = m_rows.size(), .count = 1}, row); }

    void takeRow(int at) { removeRun({.first = at, .count = 1}); }

private:
    /** With more than these the whole is in another order, and a view is quicker told so. */
    static constexpr qsizetype kMostMoves = 100;

    void tellChange(qsizetype i)
    {
        const int at = static_cast<int>(i);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }

    void removeRun(const RowDiff::Run &run)
    {
        beginRemoveRows(
            {}, static_cast<int>(run.first), static_cast<int>(run.first + run.count - 1));
        m_rows.remove(run.first, run.count);
        marks().remove(run.first, run.count);
        endRemoveRows();
    }

    void insertRun(const RowDiff::Run &run, const Row &row)
    {
        beginInsertRows(
            {}, static_cast<int>(run.first), static_cast<int>(run.first + run.count - 1));
        m_rows.insert(run.first, run.count, row);
        marks().insert(run.first, run.count);
        endInsertRows();
    }

    void insertRun(const RowDiff::Run &run, const QList<Row> &from)
    {
        beginInsertRows(
            {}, static_cast<int>(run.first), static_cast<int>(run.first + run.count - 1));
        m_rows.insert(run.first, run.count, Row{});
        std::ranges::copy(from.sliced(run.first, run.count), m_rows.begin() + run.first);
        marks().insert(run.first, run.count);
        endInsertRows();
    }

    void moveRow(const RowDiff::Move &move)
    {
        const int from = static_cast<int>(move.from);
        const int to = static_cast<int>(move.to);
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.move(from, to);
        marks().move(from, to);
        endMoveRows();
    }

    void arrange(const QList<RowDiff::Move> &moves)
    {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        QList<int> order(m_rows.size()); // where each came from
        std::ranges::iota(order, 0);
        for (const RowDiff::Move &move : moves) {
            order.move(move.from, move.to);
            marks().move(move.from, move.to);
        }
        QList<Row> rows;
        rows.reserve(m_rows.size());
        QList<int> placeOf(m_rows.size());
        for (qsizetype i = 0; i < order.size(); ++i) {
            rows.append(m_rows.at(order.at(i)));
            placeOf[order.at(i)] = static_cast<int>(i);
        }
        m_rows = std::move(rows);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before) {
            after.append(this->index(placeOf.at(index.row()), index.column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace nsw
