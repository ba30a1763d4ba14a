// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "app/models/stepcosts.h"

namespace nsw
{

/** The numbers of the chart of steps. */
class StepCostsModel : public RowsModel<StepCost>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Number, Call, Part, Time, Share };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    void setCosts(const QList<StepCost> &costs);
};

} // namespace nsw
