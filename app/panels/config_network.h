// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QCheckBox;

namespace nsw
{

/** What a new network namespace begins with. */
class NetworkEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit NetworkEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewNetwork> &choice);
    [[nodiscard]] Choice<NewNetwork> choice() const;

private:
    QCheckBox *m_loopback;
};

} // namespace nsw
