// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/seriesmodel.h"

#include "app/models/moments.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace nsw
{

namespace
{

constexpr std::array<const char *, 3> kTitles{
    QT_TRANSLATE_NOOP("nsw::SeriesModel", "Time"),
    QT_TRANSLATE_NOOP("nsw::SeriesModel", "What"),
    QT_TRANSLATE_NOOP("nsw::SeriesModel", "Number"),
};

int seriesAlignment(int column)
{
    return static_cast<int>((column == SeriesModel::Name ? Qt::AlignLeading : Qt::AlignTrailing)
                            | Qt::AlignVCenter);
}

QString textOf(const SeriesRow &row, int column)
{
    switch (column) {
    case SeriesModel::Time:
        return timeText(row.point.at);
    case SeriesModel::Name:
        return row.name;
    default:
        return QLocale().toString(row.point.value, 'f', 0);
    }
}

QVariant sortValue(const SeriesRow &row, int column)
{
    switch (column) {
    case SeriesModel::Time:
        return QVariant::fromValue(row.point.at.count());
    case SeriesModel::Name:
        return row.name;
    default:
        return row.point.value;
    }
}

} // namespace

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kTitles.size());
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SeriesRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return seriesAlignment(index.column());
    case SortRole:
        return sortValue(row, index.column());
    default:
        return sharedData(index, role);
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return seriesAlignment(section);
    }
    return role == Qt::DisplayRole ? QVariant(tr(kTitles.at(static_cast<std::size_t>(section))))
                                   : QVariant();
}

void SeriesModel::setSeries(const QList<Series> &series)
{
    QList<SeriesRow> next;
    for (const Series &one : series) {
        for (qsizetype place = 0; place < one.points.size(); ++place) {
            next.append({.name = one.name, .place = place, .point = one.points.at(place)});
        }
    }
    std::ranges::stable_sort(
        next, std::greater(), [](const SeriesRow &row) { return row.point.at; });
    // It grows all the time, and says itself when.
    updateRows(
        next, [](const SeriesRow &row) { return std::pair(row.name, row.place); }, Marks::None);
}

} // namespace nsw
