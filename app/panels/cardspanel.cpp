// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cardspanel.h"

#include "app/panels/actbar.h"
#include "app/panels/facetdetail.h"
#include "app/panels/tonelabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kCardWidth = 30; ///< ems that a card needs to be read well
constexpr int kMostColumns = 3;

FacetSource sourceOf(const decltype(SessionState::facets) &facets)
{
    return [&facets](Side side, FacetKind kind) -> const FacetOrError * {
        const auto found = facets.find({side, kind});
        return found == facets.end() ? nullptr : &found->second;
    };
}

} // namespace

CardsPanel::CardsPanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_scroll(new QScrollArea)
    , m_grid(new QGridLayout)
    , m_detail(new FacetDetail)
    , m_headline(new ToneLabel({}, {.scale = 1.25, .bold = true}))
    , m_subline(new ToneLabel({}, {.tone = Tone::Muted}))
{
    setObjectName(u"cards"_s);
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    m_subline->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    column->addWidget(m_headline);
    column->addWidget(m_subline);
    column->addSpacing(6);
    m_grid->setSpacing(10);
    column->addLayout(m_grid);
    column->addStretch(1);
    for (const FacetKind kind : kCardFacets) {
        auto *card = new FacetCard(kind);
        connect(card, &FacetCard::opened, this, &CardsPanel::openCard);
        m_cards.insert(kind, card);
        auto *model = new ComparisonModel(this);
        connect(model,
                &ComparisonModel::dataChanged,
                this,
                [this, kind](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                    if (roles.contains(ChangedRole)) {
                        showCard(kind); // a mark has faded
                    }
                });
        m_models.insert(kind, model);
        m_summaries.insert(kind, summarise(kind, {}));
    }
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_detail);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_detail, &FacetDetail::closed, this, &CardsPanel::closeCard);
    connect(m_detail, &FacetDetail::explanationWanted, this, [this] {
        Q_EMIT explanationWanted(m_detail->kind());
    });
    connect(m_detail, &FacetDetail::processWanted, this, [this](std::int32_t pid) {
        openCard(FacetKind::Processes);
        m_detail->showProcess(pid);
    });
    setIntention({});
}

ComparisonModel *CardsPanel::model(FacetKind kind) const
{
    return m_models.value(kind);
}

FacetCard *CardsPanel::card(FacetKind kind) const
{
    return m_cards.value(kind);
}

void CardsPanel::setState(const SessionState &state)
{
    m_phase = state.phase;
    m_exit = state.exit;
    m_failedStep.reset();
    for (const StepState &step : state.steps) {
        // An act that failed is no failure of what was started.
        if (step.outcome && step.outcome->error && step.step.n <= state.plan.steps.size()) {
            m_failedStep = step.step.n;
        }
    }
    m_state = state;
    m_pausedBefore = state.pausedBefore;
    if (!m_past) {
        showPresent();
    }
}

void CardsPanel::showPast(const Past &past)
{
    const bool turns = !m_past;
    m_past = past;
    m_marks = Marks::None;
    show([this](FacetKind kind) {
        return m_past->two ? summariseMoments(kind, *m_past->two) : summarise(kind, m_past->state);
    });
    if (turns) {
        setIntention(m_namespaces);
    }
}

void CardsPanel::showPresent()
{
    const bool turns = m_past.has_value();
    m_past.reset();
    m_marks = turns ? Marks::None : Marks::Made;
    show([this](FacetKind kind) {
        FacetSummary summary = summarise(kind, m_state);
        if (m_change) {
            markChange(*m_change, summary);
        }
        return summary;
    });
    if (turns) {
        setIntention(m_namespaces);
    }
}

void CardsPanel::setRecorded(bool isRecorded)
{
    if (isRecorded == m_isRecorded) {
        return;
    }
    m_isRecorded = isRecorded;
    m_detail->acts()->setRecorded(isRecorded);
    // What comes is of another session: none of it has just changed.
    m_summaries.clear();
    for (const FacetKind kind : kCardFacets) {
        m_models.value(kind)->setComparison(
            {.kind = kind, .rows = {}, .unreadable = {}, .versus = Versus::Sides});
    }
    setIntention(m_namespaces);
}

void CardsPanel::show(const std::function<FacetSummary(FacetKind)> &summaryOf)
{
    for (const FacetKind kind : kCardFacets) {
        const FacetSummary summary = summaryOf(kind);
        if (summary == m_summaries.value(kind)) {
            continue;
        }
        m_summaries[kind] = summary;
        m_models.value(kind)->setComparison(summary.comparison, m_marks);
        showCard(kind);
        if (m_pages->currentWidget() == m_detail && m_detail->kind() == kind) {
            m_detail->setSummary(summary);
        }
    }
    m_known = m_past ? m_past->state.facets : m_state.facets;
    showDetails();
    m_detail->setState(m_state);
    m_detail->acts()->setPast(m_past.has_value());
    showHeadline();
}

/** What has just changed is marked, as in the table behind it. */
void CardsPanel::showCard(FacetKind kind)
{
    FacetSummary summary = m_summaries.value(kind);
    const ComparisonModel *model = m_models.value(kind);
    if (model->hasMarks()) {
        for (int row = 0; row < model->rowCount(); ++row) {
            ComparisonRow &shown = summary.comparison.rows[row];
            shown.isChanged = shown.isChanged || model->isMarked(row);
        }
    }
    m_cards.value(kind)->setSummary(summary, intentionFor(kind));
}

/** Only what is looked at is put together: a table of all processes is long. */
void CardsPanel::showDetails()
{
    if (m_pages->currentWidget() != m_detail) {
        return;
    }
    const TwoMoments *two = m_past && m_past->two ? &*m_past->two : nullptr;
    const QList<DetailTable> tables = two != nullptr
        ? changedDetails(
              m_detail->kind(), two->side, sourceOf(two->then.facets), sourceOf(two->now.facets))
        : details(m_detail->kind(), sourceOf(m_known));
    m_detail->setDetails(tables, m_marks);
    const auto users = m_known.find({Side::Inside, FacetKind::Users});
    if (users != m_known.end() && users->second) {
        const auto &facet = std::get<UsersFacet>(*users->second);
        m_detail->setMaps(facet.uidMap, facet.gidMap);
    }
}

void CardsPanel::setIntention(const Namespaces &namespaces)
{
    m_namespaces = namespaces;
    for (const FacetKind kind : kCardFacets) {
        showCard(kind);
    }
    showHeadline();
}

Intention CardsPanel::intentionFor(FacetKind kind) const
{
    if (m_past || m_isRecorded) {
        return Intention::Past;
    }
    const std::optional<NsKind> isolating = kindOf(kind);
    if (!isolating) {
        return m_namespaces.newKinds().isEmpty() ? Intention::Shared : Intention::New;
    }
    if (m_namespaces.isNew(*isolating)) {
        return Intention::New;
    }
    return m_namespaces.join(*isolating) != nullptr ? Intention::Joined : Intention::Shared;
}

void CardsPanel::showHeadline()
{
    m_headline->setTone(m_past ? Tone::Warning : Tone::Normal);
    if (m_past) {
        m_headline->setText(m_past->headline);
        m_subline->setText(m_past->subline);
        return;
    }
    if (m_isRecorded && (m_phase == Phase::Idle || m_phase == Phase::Refused)) {
        m_headline->setText(tr("The machine, before anything was made"));
        m_subline->setText(tr("Play on (F8), or move the slider, to see what was made of it."));
        return;
    }
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Refused:
        m_headline->setText(tr("Your machine, as it is now"));
        m_subline->setText(
            m_namespaces.newKinds().isEmpty()
                ? tr("Tick on the left what to isolate and press Start: here you will see the "
                     "same machine from inside.")
                : tr("Press Start to see the same machine from inside."));
        return;
    case Phase::Connecting:
        m_headline->setText(tr("Starting…"));
        m_subline->setText(tr("Waiting for the process that makes the container."));
        return;
    case Phase::Running:
    case Phase::Stopping:
        if (m_pausedBefore && m_phase == Phase::Running) {
            showPause(*m_pausedBefore);
            return;
        }
        m_headline->setText(m_phase == Phase::Running ? tr("The same machine, outside and inside")
                                                      : tr("Stopping…"));
        m_subline->setText(
            tr("≠ differs   − only outside   + only inside. Open a card to see all of it."));
        return;
    case Phase::Ended:
        if (m_failedStep) {
            m_headline->setText(tr("Step %1 failed").arg(*m_failedStep));
            m_subline->setText(tr("Nothing is left of what the steps before it had made. Why it "
                                  "failed is said below."));
            return;
        }
        m_headline->setText(m_exit ? tr("Ended with exit status %1").arg(*m_exit) : tr("Ended"));
        m_subline->setText(
            tr("Nothing of it is left. The cards show what it looked like at last."));
        return;
    case Phase::Lost:
        m_headline->setText(tr("The connection was lost"));
        m_subline->setText(
            tr("What it had made is cleaned up. The cards show what it looked like at last."));
        return;
    }
    Q_UNREACHABLE();
}

void CardsPanel::showPause(std::int32_t before)
{
    if (m_failedStep == before) {
        m_headline->setTone(Tone::Error);
        m_headline->setText(tr("Stopped: step %1 failed").arg(before));
        m_subline->setText(m_isRecorded
                               ? QString()
                               : tr("All is as the kernel left it. Change the step or leave "
                                    "it out and go on (F10), or end it (Shift+F5)."));
        return;
    }
    m_headline->setText(
        tr("Paused before step %1 of %2").arg(before).arg(m_state.plan.steps.size()));
    m_subline->setText(
        m_isRecorded
            ? tr("What the last step changed is marked.")
            : tr("What the last step changed is marked. F10 makes the next step, F5 goes on."));
}

void CardsPanel::openCard(FacetKind kind)
{
    m_pages->setCurrentWidget(m_detail);
    m_detail->showFacet(kind, m_models.value(kind));
    m_detail->setSummary(m_summaries.value(kind));
    showDetails();
}

void CardsPanel::closeCard()
{
    m_pages->setCurrentWidget(m_scroll);
    FacetCard *card = m_cards.value(m_detail->kind());
    card->setFocus();
    m_scroll->ensureWidgetVisible(card);
}

QWidget *CardsPanel::page() const
{
    return m_pages->currentWidget() == m_scroll ? m_scroll->widget() : m_pages->currentWidget();
}

std::optional<FacetKind> CardsPanel::kindLookedAt() const
{
    if (m_pages->currentWidget() == m_detail) {
        return m_detail->kind();
    }
    const auto *card = qobject_cast<const FacetCard *>(window()->focusWidget());
    return card != nullptr ? std::optional(card->kind()) : std::nullopt;
}

void CardsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CardsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

void CardsPanel::arrange()
{
    const int columns
        = std::clamp(width() / (fontMetrics().height() * kCardWidth), 1, kMostColumns);
    if (columns == m_columns) {
        return;
    }
    for (int column = 0; column < std::max(columns, m_columns); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    m_columns = columns;
    int place = 0;
    for (FacetCard *card : std::as_const(m_cards)) {
        m_grid->addWidget(card, place / columns, place % columns);
        ++place;
    }
}

} // namespace nsw
