// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

#include <QDialog>

#include <expected>

class QLineEdit;
class QPushButton;

namespace nsw
{

class FindingsView;

/** Asks for other arguments of a step that is not made yet, one field for each, as the manual page
 * of the call names them. */
class StepEditDialog : public QDialog
{
    Q_OBJECT
public:
    explicit StepEditDialog(const Step &step, QWidget *parent);

    /** The step with what was filled in, or what is wrong with that. */
    [[nodiscard]] std::expected<Step, Finding> step() const;

private:
    void judge();

    Step m_step;
    QList<std::pair<QString, QLineEdit *>> m_fields;
    FindingsView *m_findings;
    QPushButton *m_do = nullptr;
};

} // namespace nsw
