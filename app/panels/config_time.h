// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

namespace nsw
{

class SecondsEdit;

/** By how much the clocks of a new time namespace are ahead. */
class TimeEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit TimeEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewTime> &choice);
    [[nodiscard]] Choice<NewTime> choice() const;

private:
    SecondsEdit *m_monotonic;
    SecondsEdit *m_boottime;
};

} // namespace nsw
