// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/series.h"
#include "app/panels/chartpage.h"

class QValueAxis;

namespace nsw
{

class SeriesModel;

/** Numbers over time, a line for each. */
class SeriesChart : public ChartPage
{
    Q_OBJECT
public:
    struct Words {
        QString name; ///< of its parts
        QString title;
        QString axis; ///< what is counted, and in which unit
        QString empty; ///< while there is nothing to draw
    };
    SeriesChart(Measure measure, const Words &words, QWidget *parent = nullptr);

    void setHistory(const History &history);
    [[nodiscard]] const QList<Series> &series() const { return m_series; }
    [[nodiscard]] SeriesModel *model() const { return m_model; }

protected:
    void draw() override;

private:
    [[nodiscard]] QList<Series> toDraw() const;
    [[nodiscard]] QString limitsLeftOut(const QList<Series> &drawn) const;

    SeriesChart(Measure measure, const Words &words, SeriesModel *model, QWidget *parent);

    SeriesReader m_reader;
    SeriesModel *m_model;
    QValueAxis *m_times;
    QValueAxis *m_values;
    QList<Series> m_series;
};

} // namespace nsw
