// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QCheckBox;

namespace nsw
{

/** What a new PID namespace begins with. */
class PidEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit PidEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewPid> &choice);
    [[nodiscard]] Choice<NewPid> choice() const;

private:
    QCheckBox *m_mountProc;
    QCheckBox *m_init;
};

} // namespace nsw
