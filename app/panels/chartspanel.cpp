// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/chartspanel.h"

#include "app/panels/datatable.h"
#include "app/panels/icons.h"
#include "app/panels/look.h"

#include <QDir>
#include <QFileDialog>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QTabWidget)
{
    setObjectName(u"charts"_s);
    m_pages->setObjectName(u"charts-pages"_s);
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setAccessibleName(tr("Charts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setFocusProxy(m_pages);
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    make();
    QWidget::showEvent(event);
}

void ChartsPanel::make()
{
    if (m_steps != nullptr) {
        return;
    }
    m_steps = new StepsChart;
    addPage(m_steps);
    addOverTime(Measure::Processes,
                {.name = u"chart-processes"_s,
                 .title = tr("Processes"),
                 .axis = tr("Processes"),
                 .empty = tr("No processes are known yet.")});
    addOverTime(Measure::Namespaces,
                {.name = u"chart-namespaces"_s,
                 .title = tr("Namespaces in use"),
                 .axis = tr("Namespaces"),
                 .empty = tr("No namespaces are known yet.")});
    addOverTime(
        Measure::Traffic,
        {.name = u"chart-traffic"_s,
         .title = tr("Traffic"),
         .axis = tr("Bytes"),
         .empty = tr("Press Start: then the bytes of each network interface are counted.")});
    makeSaveButton();
    Q_EMIT made();
}

void ChartsPanel::makeSaveButton()
{
    auto *save = new QToolButton;
    save->setObjectName(u"chart-save"_s);
    save->setIcon(icon(u"save"_s));
    save->setText(tr("Save the chart…"));
    save->setToolTip(tr("Saves the chart that is shown as SVG or PNG"));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save->setAutoRaise(true);
    save->setFocusPolicy(Qt::StrongFocus);
    m_pages->setCornerWidget(save);
    connect(save, &QToolButton::clicked, this, &ChartsPanel::askAndSave);
    // Qt gives the corner its size once, whatever becomes of the text.
    const auto fit = [save] {
        save->setMinimumWidth(save->sizeHint().width());
    };
    connect(Look::instance(), &Look::changed, save, fit, Qt::QueuedConnection);
    fit();
}

StepsChart *ChartsPanel::steps()
{
    make();
    return m_steps;
}

const QList<SeriesChart *> &ChartsPanel::overTime()
{
    make();
    return m_overTime;
}

void ChartsPanel::addPage(ChartPage *page)
{
    m_pages->addTab(page, page->title());
}

void ChartsPanel::addOverTime(Measure measure, const SeriesChart::Words &words)
{
    m_overTime.append(new SeriesChart(measure, words));
    addPage(m_overTime.constLast());
}

void ChartsPanel::setSteps(const QList<StepState> &steps)
{
    if (m_steps != nullptr) {
        m_steps->setSteps(steps);
    }
}

void ChartsPanel::setHistory(const History &history)
{
    for (SeriesChart *chart : std::as_const(m_overTime)) {
        chart->setHistory(history);
    }
}

ChartPage *ChartsPanel::page() const
{
    return static_cast<ChartPage *>(m_pages->currentWidget());
}

void ChartsPanel::showPage(ChartPage *page)
{
    m_pages->setCurrentWidget(page);
}

void ChartsPanel::startSearch() const
{
    page()->rows()->startSearch();
}

void ChartsPanel::askAndSave()
{
    QFileDialog dialog(this, tr("Save the chart"), QDir::homePath());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({tr("Scalable picture (*.svg)"), tr("Picture (*.png)")});
    dialog.setDefaultSuffix(u"svg"_s);
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        dialog.setDefaultSuffix(filter.contains(u"png"_s) ? u"png"_s : u"svg"_s);
    });
    dialog.selectFile(page()->objectName() + u".svg"_s);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return;
    }
    const QString path = dialog.selectedFiles().constFirst();
    const QString shown = QDir::toNativeSeparators(path);
    if (const auto done = page()->save(path)) {
        Q_EMIT saved(tr("Saved %1").arg(shown));
    } else {
        Q_EMIT failed(tr("“%1” was not saved. %2").arg(shown, done.error()));
    }
}

} // namespace nsw
