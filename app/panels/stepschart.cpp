// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepschart.h"

#include "app/models/stepcostsmodel.h"
#include "app/panels/chartlook.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QValueAxis>

#include <algorithm>
#include <ranges>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr double kStepBarWidth = 0.7; ///< of the place that a bar has
constexpr double kStepHeight = 1.5; ///< lines; with less Qt Charts writes "..." beside each bar
constexpr int kRoom = 9; ///< lines beside the bars: legend, axis and its title

QString categoryOf(const StepCost &cost)
{
    return (cost.failed
                ? StepsChart::tr("%1. %2 ✗ %3", "number, call and time of a step that failed")
                : StepsChart::tr("%1. %2  %3", "number, call and time of a step"))
        .arg(QString::number(cost.step.n),
             QString(callOf(cost.step.operation)),
             microsecondsText(cost.microseconds));
}

} // namespace

StepsChart::StepsChart(QWidget *parent)
    : StepsChart(new StepCostsModel, parent)
{
}

StepsChart::StepsChart(StepCostsModel *model, QWidget *parent)
    : ChartPage(u"chart-steps"_s, tr("Cost of each step"), model, {10, 26, 26, 20, 18}, parent)
    , m_model(model)
    , m_bars(new QHorizontalStackedBarSeries)
    , m_steps(new QBarCategoryAxis)
    , m_times(new QValueAxis)
{
    setEmptyText(tr("Press Start: then a bar for each step shows how long it took."));
    for (const CostPart part : kAllCostParts) {
        m_bars->append(new QBarSet(partName(part)));
    }
    m_bars->setBarWidth(kStepBarWidth);
    chart()->addSeries(m_bars);
    chart()->addAxis(m_steps, Qt::AlignLeft);
    chart()->addAxis(m_times, Qt::AlignBottom);
    m_bars->attachAxis(m_steps);
    m_bars->attachAxis(m_times);
    m_steps->setTitleText(tr("Step"));
    m_steps->setGridLineVisible(false);
    m_times->setTitleText(tr("Time in microseconds"));
    m_times->setLabelFormat(u"%.0f"_s);
    chart()->setLocalizeNumbers(true);
    chart()->legend()->setAlignment(Qt::AlignTop);
}

void StepsChart::setSteps(const QList<StepState> &steps)
{
    const QList<StepCost> costs = costsOf(steps);
    if (costs == m_costs) {
        return;
    }
    m_costs = costs;
    m_model->setCosts(costs);
    setContents(spokenCosts(costs), costs.isEmpty());
    drawLater();
}

void StepsChart::draw()
{
    QStringList categories;
    QList<QList<qreal>> values(static_cast<qsizetype>(kAllCostParts.size()));
    std::int64_t longest = 1;
    // Bars go from the bottom up; the first step is on top, as in the table.
    for (const StepCost &cost : m_costs | std::views::reverse) {
        categories << categoryOf(cost);
        longest = std::max(longest, cost.microseconds);
        for (qsizetype part = 0; part < values.size(); ++part) {
            const bool isIts = kAllCostParts.at(static_cast<std::size_t>(part)) == cost.part;
            values[part].append(isIts ? static_cast<qreal>(cost.microseconds) : 0);
        }
    }
    m_steps->setCategories(categories);
    const QList<QBarSet *> sets = m_bars->barSets();
    for (qsizetype part = 0; part < sets.size(); ++part) {
        QBarSet *set = sets.at(part);
        set->remove(0, set->count());
        set->append(values.at(part));
        set->setColor(chartColor(part));
        set->setBorderColor(chartColor(part));
        set->setLabel(tr("%1: %2", "part of the steps, and its time in all")
                          .arg(partName(kAllCostParts.at(static_cast<std::size_t>(part))),
                               microsecondsText(sumOf(
                                   m_costs, kAllCostParts.at(static_cast<std::size_t>(part))))));
    }
    m_times->setRange(0, static_cast<qreal>(longest));
    m_times->applyNiceNumbers();
    setLeastHeight(qRound((static_cast<double>(m_costs.size()) * kStepHeight) + kRoom)
                   * lineHeight());
}

} // namespace nsw
