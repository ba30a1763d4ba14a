// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace nsw
{

/**
 * A table whose rows are values with a key each. New contents are brought in by removals, moves,
 * insertions and changes, never by a reset, so that views keep selection, scroll and current row.
 */
template<class Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

protected:
    /** `keyOf` gives a hashable key; no two rows of `next` may share one. */
    template<class KeyOf>
    void updateRows(const QList<Row> &next, KeyOf keyOf)
    {
        removeAbsent(next, keyOf);
        QSet<std::decay_t<decltype(keyOf(std::declval<const Row &>()))>> present;
        for (const Row &row : std::as_const(m_rows)) {
            present.insert(keyOf(row));
        }
        for (qsizetype i = 0; i < next.size(); ++i) {
            const auto key = keyOf(next.at(i));
            if (!present.contains(key)) {
                i = insertAbsent(i, next, present, keyOf);
                continue;
            }
            moveHere(i, key, keyOf);
            if (!(m_rows.at(i) == next.at(i))) {
                setRow(i, next.at(i));
            }
        }
    }

    void setRow(qsizetype i, const Row &row)
    {
        m_rows[i] = row;
        const int at = static_cast<int>(i);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }

    void appendRow(const Row &row)
    {
        const int at = rowCount();
        beginInsertRows({}, at, at);
        m_rows.append(row);
        endInsertRows();
    }

    void takeRow(int at)
    {
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }

private:
    template<class KeyOf>
    void removeAbsent(const QList<Row> &next, KeyOf keyOf)
    {
        QSet<std::decay_t<decltype(keyOf(std::declval<const Row &>()))>> wanted;
        for (const Row &row : next) {
            wanted.insert(keyOf(row));
        }
        for (qsizetype last = m_rows.size() - 1; last >= 0;) {
            qsizetype first = last;
            while (first >= 0 && !wanted.contains(keyOf(m_rows.at(first)))) {
                --first;
            }
            if (first < last) {
                beginRemoveRows({}, static_cast<int>(first + 1), static_cast<int>(last));
                m_rows.remove(first + 1, last - first);
                endRemoveRows();
            }
            last = first - 1;
        }
    }

    /** Inserts the run of new rows that begins at `i`; gives the last of it. */
    template<class Keys, class KeyOf>
    qsizetype insertAbsent(qsizetype i, const QList<Row> &next, const Keys &present, KeyOf keyOf)
    {
        qsizetype last = i;
        while (last + 1 < next.size() && !present.contains(keyOf(next.at(last + 1)))) {
            ++last;
        }
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(last));
        for (qsizetype k = i; k <= last; ++k) {
            m_rows.insert(k, next.at(k));
        }
        endInsertRows();
        return last;
    }

    template<class Key, class KeyOf>
    void moveHere(qsizetype i, const Key &key, KeyOf keyOf)
    {
        qsizetype from = i;
        while (keyOf(m_rows.at(from)) != key) {
            ++from;
        }
        if (from == i) {
            return;
        }
        beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(i));
        m_rows.move(from, i);
        endMoveRows();
    }

    QList<Row> m_rows;
};

} // namespace nsw
