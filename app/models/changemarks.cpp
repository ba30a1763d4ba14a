// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/changemarks.h"

#include <algorithm>
#include <limits>

namespace nsw
{

void ChangeMarks::insert(qsizetype first, qsizetype count)
{
    m_marks.insert(first, count, Mark{});
}

void ChangeMarks::remove(qsizetype first, qsizetype count)
{
    const auto from = m_marks.cbegin() + first;
    m_marked
        -= std::count_if(from, from + count, [](const Mark &mark) { return mark.columns != 0; });
    m_marks.remove(first, count);
}

void ChangeMarks::move(qsizetype from, qsizetype to)
{
    m_marks.move(from, to);
}

void ChangeMarks::mark(qsizetype row, Columns columns, Clock::time_point now)
{
    if (columns == 0) {
        return;
    }
    Mark &mark = m_marks[row];
    m_marked += mark.columns == 0 ? 1 : 0;
    mark.columns |= columns;
    mark.since = now;
}

bool ChangeMarks::isMarked(qsizetype row) const
{
    return m_marks.at(row).columns != 0;
}

bool ChangeMarks::isMarked(qsizetype row, int column) const
{
    return column < std::numeric_limits<Columns>::digits
        && ((m_marks.at(row).columns >> static_cast<unsigned>(column)) & 1U) != 0;
}

QList<qsizetype> ChangeMarks::expire(Clock::time_point then)
{
    QList<qsizetype> expired;
    for (qsizetype row = 0; row < m_marks.size() && m_marked > 0; ++row) {
        Mark &mark = m_marks[row];
        if (mark.columns != 0 && mark.since < then) {
            mark.columns = 0;
            --m_marked;
            expired.append(row);
        }
    }
    return expired;
}

} // namespace nsw
