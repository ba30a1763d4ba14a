// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/serieschart.h"
#include "app/panels/stepschart.h"

class QTabWidget;

namespace nsw
{

/** What the session costs and how it went, a page for each chart. */
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsPanel(QWidget *parent = nullptr);

    void setSteps(const QList<StepState> &steps);
    void setHistory(const History &history);

    [[nodiscard]] StepsChart *steps() const { return m_steps; }
    [[nodiscard]] const QList<SeriesChart *> &overTime() const { return m_overTime; }
    [[nodiscard]] ChartPage *page() const;
    void showPage(ChartPage *page);
    void startSearch() const;

Q_SIGNALS:
    void saved(const QString &sentence);
    void failed(const QString &sentence);

private:
    void addPage(ChartPage *page);
    void addOverTime(Measure measure, const SeriesChart::Words &words);
    void askAndSave();

    QTabWidget *m_pages;
    StepsChart *m_steps;
    QList<SeriesChart *> m_overTime;
};

} // namespace nsw
