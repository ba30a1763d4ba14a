// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/changemarks.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace nsw
{

enum TableRole : std::uint16_t {
    SortRole = Qt::UserRole + 100, ///< what is sorted by: a number, or text in its natural order
    ChangedRole, ///< true for a moment after the cell has changed
    CopyRole, ///< the text without what only makes it look well
    KeyRole, ///< what stays while the row changes
    DepthRole, ///< of a row in a tree
};

/** Whether new contents mark what they change: not where another moment is shown. */
enum class Marks : std::uint8_t { Made, None };

/** A table that remembers for a moment which of its cells changed. */
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kMarkTime{2000};

    explicit TableModel(QObject *parent = nullptr);

    /** Whether a cell of the row has just changed. */
    [[nodiscard]] bool isMarked(int row) const;
    [[nodiscard]] bool hasMarks() const;

Q_SIGNALS:
    /** New contents are there, all of them. */
    void updated();

protected:
    /** What every table tells of a cell; to be asked for roles that the table itself has not. */
    [[nodiscard]] QVariant sharedData(const QModelIndex &index, int role) const;
    [[nodiscard]] QStringList textsOf(int row) const;

    [[nodiscard]] ChangeMarks &marks() { return m_marks; }
    /** Marks the cells whose text is not that of before. */
    void markChanges(int row, const QStringList &before);
    void markRows(int first, int count);
    void clearMarks() { expireMarks(ChangeMarks::Clock::time_point::max()); }

private:
    void startToFade();
    void fade();
    void expireMarks(ChangeMarks::Clock::time_point before);

    ChangeMarks m_marks;
    QTimer m_fading;
};

} // namespace nsw
