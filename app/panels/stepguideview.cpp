// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepguideview.h"

#include "app/panels/tonelabel.h"
#include "app/text/stepguide.h"
#include "app/text/words.h"

#include <QGridLayout>
#include <QGuiApplication>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

StepGuideView::StepGuideView(QWidget *parent)
    : QScrollArea(parent)
    , m_title(new ToneLabel({}, {.scale = 1.05, .bold = true}))
    , m_sentence(new ToneLabel)
    , m_meaning(new ToneLabel)
{
    setObjectName(u"step-guide"_s);
    setAccessibleName(tr("What this step means"));
    setWidgetResizable(true);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setLineWidth(2);
    showFocus(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    for (ToneLabel *label : {m_title, m_sentence, m_meaning}) {
        label->setWordWrap(true);
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
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(title);
    grid->addWidget(new ToneLabel(title, {.tone = Tone::Muted}), row, 0, Qt::AlignTop);
    grid->addWidget(label, row, 1);
    return label;
}

void StepGuideView::setStep(const Step &step, std::int32_t pid)
{
    const StepGuide guide = guideTo(step, pid);
    const auto orDash = [](const QString &text) { return text.isEmpty() ? u"—"_s : text; };
    m_title->setText(tr("Step %1: %2").arg(QString::number(step.n), QString(callOf(step.operation))));
    m_sentence->setText(words::narrate(step));
    m_meaning->setText(guide.meaning);
    m_shell->setText(orDash(guide.shell));
    m_look->setText(orDash(guide.look));
    m_manual->setText(orDash(guide.manPage));
    setAccessibleDescription(m_sentence->text() + u' ' + guide.meaning);
    widget()->show();
}

/** It scrolls by the keys, and is seen to. */
void StepGuideView::showFocus(bool isThere)
{
    QPalette palette = QGuiApplication::palette();
    palette.setColor(QPalette::WindowText,
                     palette.color(isThere ? QPalette::Highlight : QPalette::Window));
    setPalette(palette);
    const QPalette ordinary = QGuiApplication::palette();
    if (widget() != nullptr) {
        widget()->setPalette(ordinary);
    }
}

void StepGuideView::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    showFocus(true);
}

void StepGuideView::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    showFocus(false);
}

void StepGuideView::clear()
{
    widget()->hide();
}

} // namespace nsw
