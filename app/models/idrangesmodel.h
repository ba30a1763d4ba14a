// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "core/model/configuration.h"

namespace nsw
{

/** The lines of a uid or gid map, to be edited in place. */
class IdRangesModel : public RowsModel<IdRange>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Inside, Outside, Count };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setRanges(const QList<IdRange> &ranges);
    /** Adds a line after what is mapped already. */
    void addRange();
    void removeRange(int row);
};

} // namespace nsw
