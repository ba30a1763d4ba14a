// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "app/models/series.h"

namespace nsw
{

/** A point of a series, on its own. */
struct SeriesRow {
    QString name;
    qsizetype place = 0; ///< of the point in its series
    SeriesPoint point;
    bool operator==(const SeriesRow &) const = default;
};

/** The numbers of a chart over time, the latest first. */
class SeriesModel : public RowsModel<SeriesRow>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Time, Name, Value };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    void setSeries(const QList<Series> &series);
};

} // namespace nsw
