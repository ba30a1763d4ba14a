// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "app/text/compare.h"

namespace nsw
{

/** A row of a comparison, with what tells it from the others: its number or its label, and the
 * how-manieth with it. */
struct KeyedComparisonRow {
    QString key;
    ComparisonRow row;
    bool operator==(const KeyedComparisonRow &) const = default;
};

} // namespace nsw

// Thousands of them move up or down when one goes or comes.
Q_DECLARE_TYPEINFO(nsw::KeyedComparisonRow, Q_RELOCATABLE_TYPE);

namespace nsw
{

/** The rows of one facet: what it is, outside, how it differs, inside. */
class ComparisonModel : public RowsModel<KeyedComparisonRow>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Label, Outside, Mark, Inside };
    enum Role : std::uint16_t { DifferenceRole = Qt::UserRole + 1 };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    void setComparison(const Comparison &comparison, Marks marks = Marks::Made);

private:
    void setVersus(Versus versus);

    Versus m_versus = Versus::Sides;
};

} // namespace nsw
