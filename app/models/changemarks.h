// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace nsw
{

/** For each row of a table, which of its columns changed, and when. */
class ChangeMarks
{
public:
    using Clock = std::chrono::steady_clock;
    using Columns = std::uint32_t; ///< a bit for each of the first 32

    void insert(qsizetype first, qsizetype count);
    void remove(qsizetype first, qsizetype count);
    void move(qsizetype from, qsizetype to);

    void mark(qsizetype row, Columns columns, Clock::time_point now);
    [[nodiscard]] bool isMarked(qsizetype row, int column) const;
    [[nodiscard]] bool isMarked(qsizetype row) const;
    [[nodiscard]] bool isEmpty() const { return m_marked == 0; }
    /** Takes away the marks that were made before then; gives their rows. */
    QList<qsizetype> expire(Clock::time_point then);

private:
    struct Mark {
        Columns columns = 0;
        Clock::time_point since;
    };
    QList<Mark> m_marks;
    qsizetype m_marked = 0; ///< how many rows have one
};

} // namespace nsw
