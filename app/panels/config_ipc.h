// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

namespace nsw
{

/** A new IPC namespace has no options: it starts empty. */
class IpcEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit IpcEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewIpc> &choice);
    [[nodiscard]] Choice<NewIpc> choice() const;
};

} // namespace nsw
