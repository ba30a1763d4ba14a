// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_ipc.h"

namespace nsw
{

IpcEditor::IpcEditor(QWidget *parent)
    : KindEditor(NsKind::Ipc, parent)
{
}

void IpcEditor::setChoice(const Choice<NewIpc> &choice)
{
    showChoice(choice);
}

Choice<NewIpc> IpcEditor::choice() const
{
    return makeChoice(NewIpc{});
}

} // namespace nsw
