// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_mount.h"

#include "app/models/mountentriesmodel.h"
#include "app/panels/rowstable.h"

#include <QComboBox>
#include <QTableView>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString describe(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Private:
        return MountEditor::tr("private: no mount goes in or out");
    case Propagation::Slave:
        return MountEditor::tr("slave: mounts come in, none go out");
    case Propagation::Shared:
        return MountEditor::tr("shared: mounts go both ways");
    case Propagation::Unbindable:
        return MountEditor::tr("unbindable: private, and never bind-mounted");
    case Propagation::Unchanged:
        return MountEditor::tr("unchanged: as outside");
    }
    Q_UNREACHABLE();
}

} // namespace

MountEditor::MountEditor(QWidget *parent)
    : KindEditor(NsKind::Mount, parent)
    , m_propagation(new QComboBox)
    , m_mounts(new MountEntriesModel(this))
{
    for (std::size_t i = 0; i < EnumNames<Propagation>::kValues.size(); ++i) {
        m_propagation->addItem(describe(static_cast<Propagation>(i)));
    }
    m_propagation->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_propagation->setMinimumContentsLength(10);
    ignoreWheelUnlessFocused(m_propagation);

    auto *table = new RowsTable(m_mounts);
    QStringList types;
    for (const QLatin1StringView type : EnumNames<MountType>::kValues) {
        types << type;
    }
    table->setChoices(MountEntriesModel::Type, types);
    table->table()->setObjectName(u"mounts"_s);
    table->table()->setAccessibleName(tr("Mounts"));
    options()->addField(u"propagation"_s, tr("Propagation"), m_propagation);
    options()->addWideField(u"mounts"_s, tr("Mounts, in this order"), table);

    connect(m_propagation, &QComboBox::activated, this, &MountEditor::changed);
    connect(table, &RowsTable::addWanted, m_mounts, &MountEntriesModel::addEntry);
    connect(table, &RowsTable::removeWanted, m_mounts, &MountEntriesModel::removeEntry);
    connect(m_mounts, &QAbstractItemModel::dataChanged, this, &MountEditor::changed);
    connect(m_mounts, &QAbstractItemModel::rowsInserted, this, &MountEditor::changed);
    connect(m_mounts, &QAbstractItemModel::rowsRemoved, this, &MountEditor::changed);
}

void MountEditor::setChoice(const Choice<NewMount> &choice)
{
    const QSignalBlocker block(this);
    const NewMount options = showChoice(choice);
    m_propagation->setCurrentIndex(static_cast<int>(options.propagation));
    m_mounts->setEntries(options.mounts);
}

Choice<NewMount> MountEditor::choice() const
{
    return makeChoice(
        NewMount{.propagation = static_cast<Propagation>(m_propagation->currentIndex()),
                 .mounts = m_mounts->rows()});
}

} // namespace nsw
