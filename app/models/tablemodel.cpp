// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tablemodel.h"

namespace nsw
{

using namespace std::chrono_literals;

namespace
{

constexpr auto kFadeStep = 250ms;

} // namespace

TableModel::TableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_fading.setInterval(kFadeStep);
    connect(&m_fading, &QTimer::timeout, this, &TableModel::fade);
}

bool TableModel::isMarked(int row) const
{
    return m_marks.isMarked(row);
}

bool TableModel::hasMarks() const
{
    return !m_marks.isEmpty();
}

QVariant TableModel::sharedData(const QModelIndex &index, int role) const
{
    switch (role) {
    case SortRole:
    case CopyRole:
        return data(index, Qt::DisplayRole);
    case ChangedRole:
        return m_marks.isMarked(index.row(), index.column());
    case Qt::AccessibleDescriptionRole:
        return m_marks.isMarked(index.row(), index.column()) ? tr("has just changed") : QVariant();
    default:
        return {};
    }
}

QStringList TableModel::textsOf(int row) const
{
    QStringList texts;
    for (int column = 0; column < columnCount(); ++column) {
        texts << data(index(row, column), Qt::DisplayRole).toString();
    }
    return texts;
}

void TableModel::markChanges(int row, const QStringList &before)
{
    const QStringList now = textsOf(row);
    ChangeMarks::Columns columns = 0;
    for (qsizetype column = 0; column < now.size(); ++column) {
        if (now.at(column) != before.value(column)) {
            columns |= ChangeMarks::Columns{1} << static_cast<unsigned>(column);
        }
    }
    m_marks.mark(row, columns, ChangeMarks::Clock::now());
    startToFade();
}

void TableModel::markRows(int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        m_marks.mark(row, ~ChangeMarks::Columns{0}, ChangeMarks::Clock::now());
    }
    startToFade();
}

void TableModel::startToFade()
{
    if (!m_marks.isEmpty() && !m_fading.isActive()) {
        m_fading.start();
    }
}

void TableModel::fade()
{
    expireMarks(ChangeMarks::Clock::now() - kMarkTime);
}

void TableModel::expireMarks(ChangeMarks::Clock::time_point before)
{
    const QList<qsizetype> rows = m_marks.expire(before);
    if (!rows.isEmpty()) {
        Q_EMIT dataChanged(index(static_cast<int>(rows.first()), 0),
                           index(static_cast<int>(rows.last()), columnCount() - 1),
                           {ChangedRole, Qt::AccessibleDescriptionRole});
    }
    if (m_marks.isEmpty()) {
        m_fading.stop();
    }
}

} // namespace nsw
