// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QComboBox;

namespace nsw
{

class IdRangesModel;

/** Id maps of a new user namespace. */
class UserEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit UserEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewUser> &choice);
    [[nodiscard]] Choice<NewUser> choice() const;

private:
    QWidget *makeMap(IdRangesModel *model, const QString &name, const QString &objectName);

    IdRangesModel *m_uids;
    IdRangesModel *m_gids;
    QComboBox *m_setgroups;
};

} // namespace nsw
