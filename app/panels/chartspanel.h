// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/serieschart.h"
#include "app/panels/stepschart.h"

class QTabWidget;

namespace nsw
{

/** What the session costs and how it went, a page for each chart. They are made when they are first
 * wanted: a window is there sooner without them. */
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsPanel(QWidget *parent = nullptr);

    /** Nothing is kept of either before made(). */
    void setSteps(const QList<StepState> &steps);
    void setHistory(const History &history);

    [[nodiscard]] StepsChart *steps();
    [[nodiscard]] const QList<SeriesChart *> &overTime();
    [[nodiscard]] ChartPage *page() const;
    void showPage(ChartPage *page);
    void startSearch() const;

Q_SIGNALS:
    /** The charts are there now, and know nothing yet. */
    void made();
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void make();
    void makeSaveButton();
    void addPage(ChartPage *page);
    void addOverTime(Measure measure, const SeriesChart::Words &words);
    void askAndSave();

    QTabWidget *m_pages;
    StepsChart *m_steps = nullptr; ///< null: nobody wanted to see charts yet
    QList<SeriesChart *> m_overTime;
};

} // namespace nsw
