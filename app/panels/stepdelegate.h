// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/changedelegate.h"

namespace nsw
{

/** Pending steps are pale, failed ones marked, the actor has an icon, and so have pauses. */
class StepDelegate : public ChangeDelegate
{
    Q_OBJECT
public:
    using ChangeDelegate::ChangeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace nsw
