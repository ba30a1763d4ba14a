// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

namespace nsw
{

/** A new cgroup namespace has no options: its root is the cgroup of whoever makes it. */
class CgroupEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit CgroupEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewCgroup> &choice);
    [[nodiscard]] Choice<NewCgroup> choice() const;
};

} // namespace nsw
