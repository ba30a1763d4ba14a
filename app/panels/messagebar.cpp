// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/messagebar.h"

#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Error:
        return u"error"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Isolated:
        return u"done"_s;
    case Tone::Normal:
    case Tone::Muted:
    case Tone::Shared:
    case Tone::Different:
    case Tone::Note:
        break;
    }
    return u"note"_s;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(u"note"_s, Tone::Note))
    , m_text(new ToneLabel)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"message"_s);
    m_text->setObjectName(u"message-text"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    line->addWidget(close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addLayout(line);
    layout->addLayout(m_buttons);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString &text, const QList<Choice> &choices)
{
    m_tone = tone;
    m_icon->setIcon(iconOf(tone), tone);
    m_text->setText(text);
    setAccessibleName(text);
    setChoices(choices);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setChoices(const QList<Choice> &choices)
{
    if (m_choices != nullptr) {
        // A button of it may be what is being answered.
        m_choices->hide();
        m_choices->deleteLater();
        m_choices = nullptr;
    }
    if (choices.isEmpty()) {
        return;
    }
    m_choices = new QWidget;
    auto *row = new QHBoxLayout(m_choices);
    row->setContentsMargins(iconEdge(this) + 8, 0, 0, 0);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text);
        button->setObjectName(u"choice-"_s + choice.id);
        connect(button, &QPushButton::clicked, this, [this, id = choice.id] {
            hide();
            Q_EMIT chosen(id);
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_buttons->addWidget(m_choices);
    if (auto *first = m_choices->findChild<QPushButton *>()) {
        m_choices->setFocusProxy(first);
        setFocusProxy(first);
    }
}

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.text(m_tone));
    painter.setBrush(theme.surface(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace nsw
