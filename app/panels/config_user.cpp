// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_user.h"

#include "app/models/idrangesmodel.h"
#include "app/panels/idmapview.h"
#include "app/panels/rowstable.h"

#include <QComboBox>
#include <QTableView>
#include <QVBoxLayout>

#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

UserEditor::UserEditor(QWidget *parent)
    : KindEditor(NsKind::User, parent)
    , m_uids(new IdRangesModel(this))
    , m_gids(new IdRangesModel(this))
    , m_setgroups(new QComboBox)
{
    m_setgroups->addItem(tr("deny: groups can't be dropped"));
    m_setgroups->addItem(tr("allow: needs an administrator"));
    m_setgroups->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_setgroups->setMinimumContentsLength(10);
    m_setgroups->setToolTip(tr("Whether setgroups(2) is allowed inside. Dropping a group can give "
                               "rights that the group denied."));
    ignoreWheelUnlessFocused(m_setgroups);
    options()->addWideField(
        u"uidMap"_s, tr("User IDs"), makeMap(m_uids, tr("User IDs"), u"uid-map"_s));
    options()->addWideField(
        u"gidMap"_s, tr("Group IDs"), makeMap(m_gids, tr("Group IDs"), u"gid-map"_s));
    options()->addField(u"setgroups"_s, tr("setgroups()"), m_setgroups);
    connect(m_setgroups, &QComboBox::activated, this, &UserEditor::changed);
    setChoice({});
}

QWidget *UserEditor::makeMap(IdRangesModel *model, const QString &name, const QString &objectName)
{
    auto *table = new RowsTable(model);
    table->table()->setAccessibleName(name);
    table->table()->setObjectName(objectName);
    connect(table, &RowsTable::addWanted, model, &IdRangesModel::addRange);
    connect(table, &RowsTable::removeWanted, model, &IdRangesModel::removeRange);
    connect(model, &QAbstractItemModel::dataChanged, this, &UserEditor::changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, &UserEditor::changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &UserEditor::changed);
    auto *view = new IdMapView(tr("%1, drawn").arg(name));
    view->setObjectName(objectName + u"-drawn"_s);
    const auto draw = [model, view, own = objectName == "uid-map"_L1 ? ::getuid() : ::getgid()] {
        QList<MappedRange> map;
        for (const IdRange &range : model->rows()) {
            map << MappedRange{.inside = range.inside,
                               .outside = range.outside.id.value_or(own),
                               .count = range.count};
        }
        view->setMap(map);
    };
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model, signal, view, draw);
    }
    connect(model, &QAbstractItemModel::dataChanged, view, draw);
    connect(model, &QAbstractItemModel::modelReset, view, draw);
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table);
    layout->addWidget(view);
    both->setFocusProxy(table);
    return both;
}

void UserEditor::setChoice(const Choice<NewUser> &choice)
{
    const QSignalBlocker block(this);
    const NewUser options = showChoice(choice);
    m_uids->setRanges(options.uidMap);
    m_gids->setRanges(options.gidMap);
    m_setgroups->setCurrentIndex(static_cast<int>(options.setgroups));
}

Choice<NewUser> UserEditor::choice() const
{
    return makeChoice(
        NewUser{.uidMap = m_uids->rows(),
                .gidMap = m_gids->rows(),
                .setgroups = static_cast<SetgroupsPolicy>(m_setgroups->currentIndex())});
}

} // namespace nsw
