// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/mountentriesmodel.h"

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

bool setType(MountEntry &entry, const QString &text)
{
    const auto &names = EnumNames<MountType>::kValues;
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) {
        return false;
    }
    entry.type = static_cast<MountType>(std::distance(names.begin(), found));
    return true;
}

/** The layers of an overlay stand among the options, as for mount(8). */
QString optionsText(const MountEntry &entry)
{
    QStringList options = entry.options;
    if (!entry.lower.isEmpty()) {
        options << u"lowerdir="_s + entry.lower.join(u':');
    }
    if (!entry.upper.isEmpty()) {
        options << u"upperdir="_s + entry.upper;
    }
    if (!entry.work.isEmpty()) {
        options << u"workdir="_s + entry.work;
    }
    return options.join(u',');
}

void setOptions(MountEntry &entry, const QString &text)
{
    entry.options.clear();
    entry.lower.clear();
    entry.upper.clear();
    entry.work.clear();
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const QString option = word.trimmed();
        const QString value = option.section(u'=', 1);
        if (option.startsWith("lowerdir="_L1)) {
            entry.lower = value.split(u':', Qt::SkipEmptyParts);
        } else if (option.startsWith("upperdir="_L1)) {
            entry.upper = value;
        } else if (option.startsWith("workdir="_L1)) {
            entry.work = value;
        } else {
            entry.options << option;
        }
    }
}

struct MountColumn {
    const char *title;
    const char *hint;
    QString (*text)(const MountEntry &entry);
    bool (*set)(MountEntry &entry, const QString &text); ///< false: not a value for it
};

constexpr std::array<MountColumn, 4> kMountColumns{{
    {.title = QT_TRANSLATE_NOOP("nsw::MountEntriesModel", "Type"),
     .hint
     = QT_TRANSLATE_NOOP("nsw::MountEntriesModel", "proc, tmpfs, mqueue, bind, sysfs or overlay"),
     .text = [](const MountEntry &entry) { return QString(nameOf(entry.type)); },
     .set = setType},
    {.title = QT_TRANSLATE_NOOP("nsw::MountEntriesModel", "Source"),
     .hint = QT_TRANSLATE_NOOP("nsw::MountEntriesModel",
                               "For bind: the directory or file to be seen at the target"),
     .text = [](const MountEntry &entry) { return entry.source; },
     .set =
         [](MountEntry &entry, const QString &text) {
             entry.source = text;
             return true;
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::MountEntriesModel", "Target"),
     .hint = QT_TRANSLATE_NOOP("nsw::MountEntriesModel",
                               "Where it is mounted; it exists, or lies on a tmpfs of this list"),
     .text = [](const MountEntry &entry) { return entry.target; },
     .set =
         [](MountEntry &entry, const QString &text) {
             entry.target = text;
             return true;
         }},
    {.title = QT_TRANSLATE_NOOP("nsw::MountEntriesModel", "Options"),
     .hint = QT_TRANSLATE_NOOP(
         "nsw::MountEntriesModel",
         "With commas: ro, nosuid, nodev, noexec, rbind; size=… and mode=… for tmpfs; "
         "lowerdir=…:…, upperdir=… and workdir=… for overlay"),
     .text = optionsText,
     .set =
         [](MountEntry &entry, const QString &text) {
             setOptions(entry, text);
             return true;
         }},
}};

} // namespace

int MountEntriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kMountColumns.size());
}

QVariant MountEntriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const MountColumn &column = kMountColumns.at(static_cast<std::size_t>(index.column()));
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        return column.text(rows().at(index.row()));
    }
    return role == Qt::ToolTipRole ? tr(column.hint) : QVariant();
}

bool MountEntriesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    MountEntry entry = rows().at(index.row());
    const MountColumn &column = kMountColumns.at(static_cast<std::size_t>(index.column()));
    if (!column.set(entry, value.toString().trimmed())) {
        return false;
    }
    setRow(index.row(), entry);
    return true;
}

QVariant MountEntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount()) {
        return {};
    }
    return tr(kMountColumns.at(static_cast<std::size_t>(section)).title);
}

Qt::ItemFlags MountEntriesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

void MountEntriesModel::setEntries(const QList<MountEntry> &entries)
{
    // Mounts of a configuration have no identity but their place in the order.
    while (rowCount() > entries.size()) {
        takeRow(rowCount() - 1);
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i >= rows().size()) {
            appendRow(entries.at(i));
        } else if (!(rows().at(i) == entries.at(i))) {
            setRow(i, entries.at(i));
        }
    }
}

void MountEntriesModel::addEntry()
{
    MountEntry entry;
    entry.target = u"/mnt"_s;
    appendRow(entry);
}

void MountEntriesModel::removeEntry(int row)
{
    if (row >= 0 && row < rowCount()) {
        takeRow(row);
    }
}

} // namespace nsw
