// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_cgroup.h"

namespace nsw
{

CgroupEditor::CgroupEditor(QWidget *parent)
    : KindEditor(NsKind::Cgroup, parent)
{
}

void CgroupEditor::setChoice(const Choice<NewCgroup> &choice)
{
    showChoice(choice);
}

Choice<NewCgroup> CgroupEditor::choice() const
{
    return makeChoice(NewCgroup{});
}

} // namespace nsw
