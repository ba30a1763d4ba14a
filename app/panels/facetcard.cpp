// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/facetcard.h"

#include "app/models/comparisonmodel.h"
#include "app/panels/badge.h"
#include "app/panels/comparisonrows.h"
#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qsizetype kSpokenRows = 8;

QString placeholderFor(FacetKind kind, Intention intention)
{
    if (intention == Intention::Past) {
        return FacetCard::tr("Not there yet at this moment");
    }
    if (kind == FacetKind::Namespaces) {
        return FacetCard::tr("Press Start to see them from inside");
    }
    switch (intention) {
    case Intention::Past:
    case Intention::Shared:
        return FacetCard::tr("Shared with outside after Start");
    case Intention::New:
        return FacetCard::tr("A new one after Start");
    case Intention::Joined:
        return FacetCard::tr("Joined at Start");
    }
    Q_UNREACHABLE();
}

} // namespace

FacetCard::FacetCard(FacetKind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_badge(new Badge)
    , m_rows(new ComparisonRows)
    , m_changed(new ToneLabel({}, {.tone = Tone::Different, .scale = 0.9, .bold = true}))
    , m_more(new ToneLabel({}, {.tone = Tone::Muted, .scale = 0.9}))
    , m_unreadable(new ToneLabel({}, {.tone = Tone::Warning, .scale = 0.9}))
{
    setObjectName(u"card-"_s + QString(nameOf(kind)));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(iconName(kind)));
    auto *title = new ToneLabel(words::facetName(kind), {.scale = 1.12, .bold = true});
    title->setWordWrap(true); // rather than make the card wider than its column
    head->addWidget(title, 1);
    head->addWidget(m_badge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_rows);
    m_unreadable->setWordWrap(true);
    layout->addWidget(m_unreadable);
    layout->addStretch(1);
    // It takes no width of its own: a card is as wide as its column.
    m_changed->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_changed->hide();
    layout->addWidget(m_changed);
    layout->addWidget(m_more);
    if (const std::optional<NsKind> isolating = kindOf(kind)) {
        setToolTip(words::kindPurpose(*isolating));
    }
}

void FacetCard::setSummary(const FacetSummary &summary, Intention intention)
{
    m_rows->setContents(summary, placeholderFor(m_kind, intention));
    showBadge(summary);
    const qsizetype hidden = m_rows->hiddenRows();
    m_more->setText(tr("%Ln more…", "rows", static_cast<int>(hidden)));
    m_more->setVisible(hidden > 0);
    const QStringList &unreadable = summary.comparison.unreadable;
    m_unreadable->setText(unreadable.isEmpty() ? QString()
                                               : tr("⚠ %1").arg(unreadable.constFirst()));
    m_unreadable->setVisible(!unreadable.isEmpty());
    showChange(summary);
    showAccessible(summary);
}

/** What the last step changed here, where one goes step by step. */
void FacetCard::showChange(const FacetSummary &summary)
{
    constexpr qsizetype kNamed = 2;
    constexpr qsizetype kLongest = 24; ///< letters of a command line
    m_changed->setVisible(summary.changedBy.has_value());
    QStringList changed;
    for (const ComparisonRow &row : summary.comparison.rows) {
        const QString label
            = row.label.size() > kLongest ? row.label.first(kLongest - 1) + u'…' : row.label;
        if (row.isChanged && !changed.contains(label)) {
            changed << label;
        }
    }
    if (changed.size() > kNamed) {
        const int more = static_cast<int>(changed.size() - kNamed);
        changed = changed.first(kNamed) << tr("%Ln more", "rows", more);
    }
    if (summary.isElsewhere) {
        changed.prepend(tr("the namespace itself"));
    }
    const StepRange steps = summary.changedBy.value_or(StepRange{});
    const QString what = changed.join(tr(", "));
    m_changed->setText(
        steps.first < steps.last
            ? tr("▸ Steps %1 to %2 changed: %3")
                  .arg(QString::number(steps.first), QString::number(steps.last), what)
            : tr("▸ Step %1 changed: %2").arg(QString::number(steps.last), what));
}

void FacetCard::showBadge(const FacetSummary &summary)
{
    switch (summary.isolation) {
    case Isolation::Unknown:
        m_badge->setLook({}, {}, Tone::Muted);
        return;
    case Isolation::Shared:
        m_badge->setLook(u"shared"_s, tr("shared"), Tone::Shared);
        return;
    case Isolation::Isolated:
        m_badge->setLook(u"isolated"_s,
                         m_kind == FacetKind::Namespaces ? tr("all isolated") : tr("isolated"),
                         Tone::Isolated);
        return;
    case Isolation::Partly:
        m_badge->setLook(u"isolated"_s,
                         tr("%1 of %2 isolated").arg(summary.isolatedKinds).arg(kAllKinds.size()),
                         Tone::Isolated);
        return;
    case Isolation::Unchanged:
        m_badge->setLook(u"done"_s, tr("unchanged"), Tone::Muted);
        return;
    case Isolation::Changed:
        m_badge->setLook(u"changed"_s, tr("changed"), Tone::Different);
        return;
    }
    Q_UNREACHABLE();
}

void FacetCard::showAccessible(const FacetSummary &summary)
{
    const QString title = words::facetName(m_kind);
    setAccessibleName(m_badge->word().isEmpty() ? title : tr("%1: %2").arg(title, m_badge->word()));
    QStringList spoken;
    for (const ComparisonRow &row : mostTelling(summary.comparison.rows, kSpokenRows)) {
        if (summary.hasInside) {
            spoken << (summary.comparison.versus == Versus::Sides ? tr("%1: outside %2, inside %3")
                                                                  : tr("%1: then %2, now %3"))
                          .arg(row.label, row.outside, row.inside);
        } else {
            spoken << tr("%1: %2").arg(row.label, row.outside);
        }
    }
    if (summary.changedBy) {
        spoken.prepend(m_changed->text());
    }
    setAccessibleDescription((spoken + summary.comparison.unreadable).join(u"; "_s));
}

void FacetCard::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.card());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    } else {
        painter.setPen(QPen(underMouse() ? theme.text(Tone::Muted) : theme.border(), 1));
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 9, 9);
}

void FacetCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space) {
        Q_EMIT opened(m_kind);
        return;
    }
    QFrame::keyPressEvent(event);
}

void FacetCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT opened(m_kind);
        return;
    }
    QFrame::mouseReleaseEvent(event);
}

void FacetCard::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    update();
}

void FacetCard::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    update();
}

void FacetCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void FacetCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

} // namespace nsw
