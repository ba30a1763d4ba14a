// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/stepsmodel.h"
#include "core/model/hostfacts.h"

#include <QWidget>

class QLineEdit;
class QTabWidget;
class QTableView;

namespace nsw
{

class IconLabel;
class OutputView;
class ToneLabel;

/** Every system call in order, and what the command wrote. */
class StepsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StepsPanel(QWidget *parent = nullptr);

    void setState(const SessionState &state);
    /** Before Start: the steps that would be made. */
    void setPreview(const Plan &plan);
    /** What is known of the machine, for the explanation of a failure. */
    void setFacts(const HostFacts &facts) { m_facts = facts; }
    void clearOutput();
    [[nodiscard]] StepsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    void showSteps();
    void showOutput();

Q_SIGNALS:
    void inputGiven(const QByteArray &bytes);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSteps(const QList<StepState> &steps);
    void fitColumns();

    HostFacts m_facts;
    StepsModel *m_model;
    QTabWidget *m_tabs;
    QTableView *m_table;
    QWidget *m_failure;
    ToneLabel *m_explanation;
    OutputView *m_output;
};

} // namespace nsw
