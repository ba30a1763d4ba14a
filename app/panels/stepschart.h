// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/stepcosts.h"
#include "app/panels/chartpage.h"

class QBarCategoryAxis;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace nsw
{

class StepCostsModel;

/** A bar for each step that was made, as long as it took. */
class StepsChart : public ChartPage
{
    Q_OBJECT
public:
    explicit StepsChart(QWidget *parent = nullptr);

    void setSteps(const QList<StepState> &steps);
    [[nodiscard]] StepCostsModel *model() const { return m_model; }
    [[nodiscard]] QHorizontalStackedBarSeries *bars() const { return m_bars; }

protected:
    void draw() override;

private:
    explicit StepsChart(StepCostsModel *model, QWidget *parent);

    StepCostsModel *m_model;
    QHorizontalStackedBarSeries *m_bars;
    QBarCategoryAxis *m_steps;
    QValueAxis *m_times;
    QList<StepCost> m_costs;
};

} // namespace nsw
