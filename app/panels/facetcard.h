// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"

#include <QFrame>

namespace nsw
{

class Badge;
class ComparisonRows;
class ToneLabel;

/** What a container that is not there yet will have of a kind. */
enum class Intention : std::uint8_t {
    Shared,
    New,
    Joined,
    Past, ///< a moment is shown at which it was not there yet
};

/** One facet at a glance, outside left and inside right. Opens by click, Enter or Space. */
class FacetCard : public QFrame
{
    Q_OBJECT
public:
    explicit FacetCard(FacetKind kind, QWidget *parent = nullptr);

    [[nodiscard]] FacetKind kind() const { return m_kind; }
    void setSummary(const FacetSummary &summary, Intention intention);

Q_SIGNALS:
    void opened(nsw::FacetKind);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showBadge(const FacetSummary &summary);
    void showChange(const FacetSummary &summary);
    void showAccessible(const FacetSummary &summary);

    FacetKind m_kind;
    Badge *m_badge;
    ComparisonRows *m_rows;
    ToneLabel *m_changed;
    ToneLabel *m_more;
    ToneLabel *m_unreadable;
};

} // namespace nsw
