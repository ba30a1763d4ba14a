// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/actform.h"

#include <QDialog>

class QPushButton;

namespace nsw
{

class FindingsView;

/** Asks for what an act needs, and says at once what is wrong with it. */
class ActDialog : public QDialog
{
    Q_OBJECT
public:
    ActDialog(const ActOffer &offer, const ActContext &context, QWidget *parent);

    [[nodiscard]] Side side() const;
    [[nodiscard]] Act act() const { return m_form->act(); }

private:
    void judge();

    ActForm *m_form;
    QComboBox *m_side = nullptr; ///< null: there is no choice
    Side m_onlySide = Side::Inside;
    FindingsView *m_findings;
    QPushButton *m_do = nullptr;
    bool m_touched = false; ///< nobody is told of what is not filled in yet
};

} // namespace nsw
