// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/shellview.h"

#include "app/panels/icons.h"
#include "app/panels/look.h"
#include "app/panels/tonelabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kLinesShown = 6;

} // namespace

ShellView::ShellView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
{
    m_text->setObjectName(u"shell-command"_s);
    m_text->setAccessibleName(tr("The same as a shell command"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFont(styledFont({.scale = 0.92, .fixed = true}));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(Look::instance(), &Look::changed, this, [this] {
        m_text->setFont(styledFont({.scale = 0.92, .fixed = true}));
        fitHeight();
    });
    auto *copy = new QToolButton;
    copy->setObjectName(u"copy-shell-command"_s);
    copy->setIcon(icon(u"copy"_s));
    copy->setText(tr("Copy"));
    copy->setToolTip(tr("Copy the command to the clipboard"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    copy->setFocusPolicy(Qt::StrongFocus);
    connect(copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(command());
    });

    auto *head = new QHBoxLayout;
    head->addWidget(new ToneLabel(tr("The same in a shell"), {.bold = true}), 1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_text);
}

void ShellView::setCommand(const QString &command)
{
    if (command != this->command()) {
        m_text->setPlainText(command);
        fitHeight();
    }
}

QString ShellView::command() const
{
    return m_text->toPlainText();
}

void ShellView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void ShellView::fitHeight()
{
    const QFontMetrics metrics(m_text->font());
    const int margin = qRound(m_text->document()->documentMargin());
    const QRect room(
        0, 0, m_text->viewport()->width() - (2 * margin), kLinesShown * 2 * metrics.lineSpacing());
    const int needed = metrics.boundingRect(room, Qt::TextWrapAnywhere, command()).height()
        / metrics.lineSpacing();
    m_text->setFixedHeight((qBound(2, needed + 1, kLinesShown) * metrics.lineSpacing())
                           + (2 * (m_text->frameWidth() + margin)));
}

} // namespace nsw
