// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepspanel.h"

#include "app/models/tableproxy.h"
#include "app/panels/datatable.h"
#include "app/panels/findingsview.h"
#include "app/panels/icons.h"
#include "app/panels/outputview.h"
#include "app/panels/stepdelegate.h"
#include "app/panels/stepeditdialog.h"
#include "app/panels/stepguideview.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kGuideFrom = 48; ///< ems of width from which on there is room for the guide
constexpr int kStepsShare = 7;
constexpr int kGuideShare = 3;
constexpr int kCallShare = 40; ///< of the width that numbers leave, in percent
constexpr int kConsequenceLines = 6; ///< that are seen without scrolling
constexpr int kSpacious = 42; ///< ems of width below which all columns but the last are narrow

} // namespace

StepsPanel::StepsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new StepsModel(this))
    , m_tabs(new QTabWidget)
    , m_rows(new DataTable(u"steps"_s, [this] { return columnWidths(); }))
    , m_beside(new QSplitter)
    , m_guide(new StepGuideView)
    , m_consequences(new FindingsView)
    , m_consequencesArea(new QScrollArea)
    , m_failure(new QWidget)
    , m_explanation(new ToneLabel({}, {.tone = Tone::Error}))
    , m_output(new OutputView)
{
    setObjectName(u"steps"_s);
    m_rows->setModel(m_model, u"steps"_s, tr("Steps"));
    table()->setItemDelegate(new StepDelegate(table()));
    table()->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table()->setWordWrap(true);
    table()->setTextElideMode(Qt::ElideNone);
    table()->setFrameShape(QFrame::NoFrame);

    m_explanation->setObjectName(u"explanation"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *failure = new QHBoxLayout(m_failure);
    failure->setContentsMargins(10, 6, 10, 8);
    failure->addWidget(new IconLabel(u"error"_s, Tone::Error), 0, Qt::AlignTop);
    failure->addWidget(m_explanation, 1);
    m_failure->hide();

    setUpConsequences();
    auto *steps = new QWidget;
    auto *column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_beside->setObjectName(u"steps-and-guide"_s);
    m_beside->addWidget(m_rows);
    m_beside->addWidget(m_guide);
    m_beside->setStretchFactor(0, kStepsShare);
    m_beside->setStretchFactor(1, kGuideShare);
    m_beside->setChildrenCollapsible(false);
    column->addWidget(m_beside, 1);
    column->addWidget(m_consequencesArea);
    column->addWidget(m_failure);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(steps, icon(u"steps"_s), tr("Ste&ps"));
    m_tabs->addTab(m_output, icon(u"output"_s), tr("&Output"));
    // Beside the tabs it costs no height.
    QWidget *search = m_rows->searchBar();
    search->setContentsMargins(0, 0, 10, 3);
    m_tabs->setCornerWidget(search);
    setTabOrder({m_tabs->tabBar(), m_rows->filter(), table(), m_output->focusProxy()});
    connect(m_tabs, &QTabWidget::currentChanged, this, &StepsPanel::showSearch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_output, &OutputView::inputGiven, this, &StepsPanel::inputGiven);
    connect(table()->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &StepsPanel::showGuide);
    connect(table(), &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        const auto step = currentStep();
        if (step && index.column() == StepsModel::Number && !m_isRecorded) {
            Q_EMIT breakpointToggled(step->n);
        }
    });
    m_rows->setMenuExtra([this](QMenu *menu) { fillMenu(menu); });
}

void StepsPanel::setUpConsequences()
{
    m_consequences->setObjectName(u"step-consequences"_s);
    m_consequences->setAccessibleName(tr("What follows from the changes"));
    m_consequences->setContentsMargins(10, 2, 10, 2);
    m_consequencesArea->setWidget(m_consequences);
    m_consequencesArea->setWidgetResizable(true);
    m_consequencesArea->setFrameShape(QFrame::NoFrame);
    m_consequencesArea->hide();
}

void StepsPanel::setState(const SessionState &state)
{
    setShown(shownOf(state));
    m_output->setState(state);
}

void StepsPanel::setPreview(const Plan &plan)
{
    Shown shown;
    for (const Step &step : plan.steps) {
        shown.steps.append({.step = step, .outcome = std::nullopt});
    }
    setShown(shown);
}

StepsPanel::Shown StepsPanel::shownOf(const SessionState &state)
{
    Shown shown{.steps = state.steps, .consequences = {}, .failed = {}};
    if (const StepState *failed = state.failure()) {
        shown.failed = *failed;
    }
    std::ranges::copy_if(
        state.plan.findings, std::back_inserter(shown.consequences), [](const Finding &finding) {
            return finding.path.startsWith("steps["_L1);
        });
    return shown;
}

void StepsPanel::setShown(const Shown &shown)
{
    m_present = shown;
    if (!m_isPast) {
        present(shown);
    }
}

void StepsPanel::showPast(const SessionState &state)
{
    m_isPast = true;
    present(shownOf(state));
}

void StepsPanel::showPresent()
{
    m_isPast = false;
    present(m_present);
}

/** As high as what it says, up to a few lines: the table needs the room. */
void StepsPanel::fitConsequences()
{
    m_consequencesArea->setVisible(!m_consequences->findings().isEmpty());
    const int most = fontMetrics().height() * kConsequenceLines;
    const int height = m_consequences->heightForWidth(width());
    m_consequencesArea->setFixedHeight(std::clamp(height, fontMetrics().height(), most));
}

void StepsPanel::addPage(QWidget *page, const QString &iconName, const QString &title)
{
    m_tabs->addTab(page, icon(iconName), title);
}

void StepsPanel::showPage(QWidget *page)
{
    m_tabs->setCurrentWidget(page);
    page->setFocus();
}

void StepsPanel::present(const Shown &shown)
{
    m_model->setSteps(shown.steps);
    if (shown.consequences != m_consequences->findings()) {
        m_consequences->setFindings(shown.consequences);
        fitConsequences();
    }
    const auto &failed = shown.failed;
    m_failure->setVisible(failed.has_value());
    if (failed && failed->outcome) {
        m_explanation->setText(
            words::explain(failed->step, failed->outcome->error, m_facts ? &*m_facts : nullptr));
    }
    // Once: whoever looks at the output then is left there.
    const std::int32_t number = failed ? failed->step.n : 0;
    if (number != 0 && number != m_shownFailure) {
        m_tabs->setCurrentIndex(0);
    }
    m_shownFailure = number;
    showGuide();
}

void StepsPanel::setPauses(const QSet<std::int32_t> &breakpoints, std::optional<std::int32_t> next)
{
    m_model->setPauses(breakpoints, m_isPast ? std::nullopt : next);
    if (next == m_next) {
        return;
    }
    m_next = next;
    const int row = next ? m_model->rowOf(*next) : -1;
    if (row < 0 || m_isPast) {
        return;
    }
    const QModelIndex index = m_rows->proxy()->mapFromSource(m_model->index(row, 0));
    if (index.isValid()) {
        table()->setCurrentIndex(index);
        table()->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

std::optional<Step> StepsPanel::currentStep() const
{
    const QModelIndex index = m_rows->proxy()->mapToSource(table()->currentIndex());
    return index.isValid() ? std::optional(m_model->rows().at(index.row()).step) : std::nullopt;
}

/** Beside the table, or below it where that would leave too little of both. */
void StepsPanel::showGuide()
{
    const auto step = currentStep();
    m_guide->setVisible(step.has_value());
    const bool isWide = width() >= fontMetrics().height() * kGuideFrom;
    const Qt::Orientation way = isWide ? Qt::Horizontal : Qt::Vertical;
    if (step && (way != m_beside->orientation() || !m_isGuideSized)) {
        m_isGuideSized = true;
        m_beside->setOrientation(way);
        const int room = isWide ? width() : m_beside->height();
        const int share = room / (kStepsShare + kGuideShare);
        m_beside->setSizes({share * kStepsShare, share * kGuideShare});
    }
    if (step) {
        m_guide->setStep(*step, m_model->insideProcess());
    }
}

/** Not made yet, in a pause. */
bool StepsPanel::isEditable(const Step &step) const
{
    return m_next && step.n >= *m_next && !std::holds_alternative<op::Clone3>(step.operation);
}

void StepsPanel::fillMenu(QMenu *menu)
{
    const auto step = currentStep();
    if (!step) {
        return;
    }
    QAction *breakpoint = menu->addAction(tr("Pause &before this step"),
                                          QKeySequence(Qt::Key_F9),
                                          this,
                                          [this, step] { Q_EMIT breakpointToggled(step->n); });
    breakpoint->setObjectName(u"menu-breakpoint"_s);
    breakpoint->setCheckable(true);
    breakpoint->setChecked(
        m_model->index(m_model->rowOf(step->n), 0).data(StepsModel::BreakpointRole).toBool());
    breakpoint->setEnabled(!m_isRecorded);
    QAction *skip = menu->addAction(tr("&Leave this step out"), this, [this, step] {
        Step edited = *step;
        edited.isSkipped = !edited.isSkipped;
        Q_EMIT stepEdited(edited);
    });
    skip->setObjectName(u"menu-skip"_s);
    skip->setCheckable(true);
    skip->setChecked(step->isSkipped);
    QAction *edit
        = menu->addAction(tr("Change its &arguments…"), this, [this, step] { editStep(*step); });
    edit->setObjectName(u"menu-arguments"_s);
    for (QAction *action : {skip, edit}) {
        action->setEnabled(isEditable(*step));
    }
    menu->addSeparator();
}

void StepsPanel::editStep(const Step &step)
{
    auto *dialog = new StepEditDialog(step, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto edited = dialog->step()) {
            Q_EMIT stepEdited(*edited);
        }
    });
    dialog->open();
}

void StepsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitConsequences();
    showGuide();
    showSearch();
}

void StepsPanel::clearOutput()
{
    m_output->clear();
}

void StepsPanel::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    m_output->setRecorded(isRecorded);
    m_model->setSteps({}); // what comes is of another session: none of it has just changed
}

void StepsPanel::setOutputText(std::function<QString(const QString &)> shown)
{
    m_output->setShownText(std::move(shown));
}

void StepsPanel::showSteps()
{
    m_tabs->setCurrentIndex(0);
    m_rows->toTable();
}

void StepsPanel::showOutput()
{
    m_tabs->setCurrentWidget(m_output);
    m_output->setFocus();
}

/** Beside the tabs where there is room for both; Ctrl+F brings it where there is not. */
void StepsPanel::showSearch()
{
    QWidget *search = m_rows->searchBar();
    const bool isUsed = m_rows->filter()->hasFocus() || !m_rows->filter()->text().isEmpty();
    const bool hasRoom
        = !m_isBare && m_tabs->tabBar()->sizeHint().width() + search->sizeHint().width() <= width();
    search->setVisible(m_tabs->currentIndex() == 0 && (hasRoom || isUsed));
}

void StepsPanel::setBare(bool bare)
{
    m_isBare = bare;
    m_tabs->tabBar()->setVisible(!bare);
    showSearch();
}

void StepsPanel::startSearch()
{
    m_tabs->setCurrentIndex(0);
    m_rows->searchBar()->show();
    m_rows->startSearch();
}

QTableView *StepsPanel::table() const
{
    return m_rows->table();
}

QList<int> StepsPanel::columnWidths() const
{
    const int em = fontMetrics().height();
    const int width = m_guide->isVisible() ? m_rows->width() : this->width();
    if (width < em * kSpacious) {
        // The sentence needs the room more than the rest does.
        return {em * 2, em * 3, em * 6, em * 9 / 2, em * 9 / 2, em};
    }
    const int free = width - (em * 20);
    return {em * 3,
            em * 6,
            std::clamp(free * kCallShare / 100, em * 6, em * 30),
            em * 11 / 2,
            em * 5,
            free};
}

} // namespace nsw
