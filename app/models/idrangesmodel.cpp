// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/idrangesmodel.h"

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

bool setNumber(std::uint32_t &field, const QString &text)
{
    bool valid = false;
    const uint number = text.toUInt(&valid);
    if (valid) {
        field = number;
    }
    return valid;
}

struct IdRangeColumn {
    const char *title;
    QString (*text)(const IdRange &range);
    bool (*set)(IdRange &range, const QString &text); ///< false: not a value for it
};

constexpr std::array<IdRangeColumn, 3> kIdRangeColumns{{
    {.title = QT_TRANSLATE_NOOP("nsw::IdRangesModel", "Inside"),
     .text = [](const IdRange &range) { return QString::number(range.inside); },
     .set =
         [](IdRange &range, const QString &text) {
             return setNumber(range.inside, text);
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::IdRangesModel", "Outside"),
     .text =
         [](const IdRange &range) {
             return range.outside.id ? QString::number(*range.outside.id) : u"self"_s;
         },
     .set =
         [](IdRange &range, const QString &text) {
             if (text.compare("self"_L1, Qt::CaseInsensitive) == 0) {
                 range.outside.id.reset();
                 return true;
             }
             std::uint32_t number = 0;
             const bool valid = setNumber(number, text);
             if (valid) {
                 range.outside.id = number;
             }
             return valid;
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::IdRangesModel", "Count"),
     .text = [](const IdRange &range) { return QString::number(range.count); },
     .set =
         [](IdRange &range, const QString &text) {
             return setNumber(range.count, text);
         }},
}};

} // namespace

int IdRangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kIdRangeColumns.size());
}

QVariant IdRangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        return kIdRangeColumns.at(static_cast<std::size_t>(index.column()))
            .text(rows().at(index.row()));
    }
    if (role == Qt::ToolTipRole && index.column() == Outside) {
        return tr("A number, or “self”: the ID of whoever starts the container");
    }
    return {};
}

bool IdRangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    IdRange range = rows().at(index.row());
    const IdRangeColumn &column = kIdRangeColumns.at(static_cast<std::size_t>(index.column()));
    if (!column.set(range, value.toString().trimmed())) {
        return false;
    }
    setRow(index.row(), range);
    return true;
}

QVariant IdRangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount()) {
        return {};
    }
    return tr(kIdRangeColumns.at(static_cast<std::size_t>(section)).title);
}

Qt::ItemFlags IdRangesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

void IdRangesModel::setRanges(const QList<IdRange> &ranges)
{
    // Lines of a map have no identity but their place.
    while (rowCount() > ranges.size()) {
        takeRow(rowCount() - 1);
    }
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        if (i >= rows().size()) {
            appendRow(ranges.at(i));
        } else if (!(rows().at(i) == ranges.at(i))) {
            setRow(i, ranges.at(i));
        }
    }
}

void IdRangesModel::addRange()
{
    IdRange range;
    for (const IdRange &existing : rows()) {
        range.inside = std::max(range.inside, existing.inside + existing.count);
    }
    if (!rows().isEmpty()) {
        range.outside.id = 100000;
    }
    appendRow(range);
}

void IdRangesModel::removeRange(int row)
{
    if (row >= 0 && row < rowCount()) {
        takeRow(row);
    }
}

} // namespace nsw
