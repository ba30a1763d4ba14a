// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepguideview.h"

#include "app/panels/tonelabel.h"
#include "app/text/stepguide.h"
#include "app/text/words.h"

#include <QGridLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** A word that is too long for a line is cut; it does not make the pane wider for all others. */
void wrapWithin(QLabel *label)
{
    label->setWordWrap(true);
    QSizePolicy policy = label->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    label->setSizePolicy(policy);
}

} // namespace

StepGuideView::StepGuideView(QWidget *parent)
    : QScrollArea(parent)
    , m_focusMark(new QWidget)
    , m_title(new ToneLabel({}, {.scale = 1.05, .bold = true}))
    , m_sentence(new ToneLabel)
    , m_meaning(new ToneLabel)
{
    setObjectName(u"step-guide"_s);
    setAccessibleName(tr("What this step means"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *beside = new QHBoxLayout(page);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    m_focusMark->setFixedWidth(3);
    m_focusMark->setBackgroundRole(QPalette::Highlight);
    m_focusMark->setAutoFillBackground(true);
    QSizePolicy policy = m_focusMark->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_focusMark->setSizePolicy(policy);
    m_focusMark->hide();
    beside->addWidget(m_focusMark);
    auto *grid = new QGridLayout;
    beside->addLayout(grid, 1);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setVerticalSpacing(5);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    for (ToneLabel *label : {m_title, m_sentence, m_meaning}) {
        wrapWithin(label);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, grid->rowCount(), 0, 1, 2);
    }
    m_shell = addLine(grid, tr("In a shell"), true); // NOLINT(*-prefer-member-initializer)
    m_look = addLine(grid, tr("Look at"), true); // NOLINT(*-prefer-member-initializer)
    m_manual = addLine(grid, tr("Manual"), false); // NOLINT(*-prefer-member-initializer)
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(page);
    clear();
}

ToneLabel *StepGuideView::addLine(QGridLayout *grid, const QString &title, bool isCode)
{
    const int row = grid->rowCount();
    auto *label = new ToneLabel({}, {.fixed = isCode});
    wrapWithin(label);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(title);
    grid->addWidget(new ToneLabel(title, {.tone = Tone::Muted}), row, 0, Qt::AlignTop);
    grid->addWidget(label, row, 1);
    return label;
}

void StepGuideView::setStep(const Step &step, const InsideProcess &inside)
{
    const StepGuide guide = guideTo(step, inside);
    const auto orDash = [](const QString &text) {
        return text.isEmpty() ? u"—"_s : text;
    };
    m_title->setText(
        tr("Step %1: %2").arg(QString::number(step.n), QString(callOf(step.operation))));
    m_sentence->setText(words::narrate(step));
    m_meaning->setText(guide.meaning);
    m_shell->setText(orDash(guide.shell));
    m_look->setText(orDash(guide.look));
    m_manual->setText(orDash(guide.manPage));
    setAccessibleDescription(m_sentence->text() + u' ' + guide.meaning);
    widget()->show();
}

/** It scrolls by the keys, and is seen to. */
void StepGuideView::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    m_focusMark->show();
}

void StepGuideView::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    m_focusMark->hide();
}

void StepGuideView::clear()
{
    widget()->hide();
}

} // namespace nsw
