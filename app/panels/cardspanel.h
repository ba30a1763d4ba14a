// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/comparisonmodel.h"
#include "app/models/stepchanges.h"
#include "app/panels/facetcard.h"
#include "core/model/configuration.h"

#include <QMap>
#include <QWidget>

#include <functional>

class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace nsw
{

class FacetDetail;
class ToneLabel;

/** A moment to be shown in place of the present. */
struct Past {
    SessionState state; ///< what both sides were
    std::optional<TwoMoments> two; ///< or one side, then and now
    QString headline;
    QString subline;
};

/** All facets as cards, or one of them opened. */
class CardsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CardsPanel(QWidget *parent = nullptr);

    /** The session as it is; shown at once unless a moment of the past is. */
    void setState(const SessionState &state);
    /** Of one who goes step by step: what setState() is to mark from now on. */
    void setChange(const std::optional<StepChange> &change) { m_change = change; }
    /** A moment of the past, or two of them, in place of the present. */
    void showPast(const Past &past);
    void showPresent();
    /** What is shown is a recording: nothing can be done to it. */
    void setRecorded(bool isRecorded);
    /** What the next Start would isolate. */
    void setIntention(const Namespaces &namespaces);

    [[nodiscard]] ComparisonModel *model(FacetKind kind) const;
    [[nodiscard]] FacetCard *card(FacetKind kind) const;
    [[nodiscard]] FacetDetail *detail() const { return m_detail; }
    void openCard(FacetKind kind);
    void closeCard();
    /** The opened card, or all cards at their full height. */
    [[nodiscard]] QWidget *page() const;
    /** Of the opened card, or of the one with the focus. */
    [[nodiscard]] std::optional<FacetKind> kindLookedAt() const;

Q_SIGNALS:
    void explanationWanted(nsw::FacetKind kind);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void show(const std::function<FacetSummary(FacetKind)> &summaryOf);
    void showCard(FacetKind kind);
    void showHeadline();
    void showPause(std::int32_t before);
    void showDetails();
    [[nodiscard]] Intention intentionFor(FacetKind kind) const;

    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    FacetDetail *m_detail;
    ToneLabel *m_headline;
    ToneLabel *m_subline;
    QMap<FacetKind, FacetCard *> m_cards;
    QMap<FacetKind, ComparisonModel *> m_models;
    QMap<FacetKind, FacetSummary> m_summaries;
    decltype(SessionState::facets) m_known;
    Namespaces m_namespaces;
    SessionState m_state;
    std::optional<StepChange> m_change;
    std::optional<Past> m_past;
    Marks m_marks = Marks::Made; ///< whether what changes is news
    Phase m_phase = Phase::Idle;
    std::optional<std::int32_t> m_exit;
    std::optional<std::int32_t> m_failedStep;
    std::optional<std::int32_t> m_pausedBefore;
    bool m_isRecorded = false;
    int m_columns = 0;
};

} // namespace nsw
