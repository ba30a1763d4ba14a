// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "core/model/configuration.h"

namespace nsw
{

/** The mounts of a configuration, in the order in which they are made. */
class MountEntriesModel : public RowsModel<MountEntry>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Type, Source, Target, Options };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setEntries(const QList<MountEntry> &entries);
    /** Adds a tmpfs on /mnt, the simplest mount there is. */
    void addEntry();
    void removeEntry(int row);
};

} // namespace nsw
