// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "app/text/details.h"

// Thousands of them move up or down when one goes or comes.
Q_DECLARE_TYPEINFO(nsw::DetailRow, Q_RELOCATABLE_TYPE);

namespace nsw
{

/** A table of a facet in depth. A tree is one whose rows have a depth, so that it still sorts,
 * filters and copies as a table. */
class DetailModel : public RowsModel<DetailRow>
{
    Q_OBJECT
public:
    enum Role : std::uint16_t { DifferenceRole = Qt::UserRole + 1 };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    /** Same columns: brought in by difference. */
    void setTable(const DetailTable &table, Marks marks = Marks::Made);

private:
    [[nodiscard]] int alignmentOf(int column) const;

    QStringList m_columns;
    QList<bool> m_areNumbers; ///< of each column
};

} // namespace nsw
