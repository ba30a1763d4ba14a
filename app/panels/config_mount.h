// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QComboBox;

namespace nsw
{

class MountEntriesModel;

/** Propagation and mounts of a new mount namespace. */
class MountEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit MountEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewMount> &choice);
    [[nodiscard]] Choice<NewMount> choice() const;

private:
    QComboBox *m_propagation;
    MountEntriesModel *m_mounts;
};

} // namespace nsw
