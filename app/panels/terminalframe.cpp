// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalframe.h"

#include "app/panels/terminalview.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QPainter>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kFrame = 4; // pixels

QString sentenceOf(const TerminalEndedEvent &ended)
{
    if (!ended.findings.isEmpty()) {
        return words::sentence(ended.findings.constFirst());
    }
    return ended.error ? words::explain(*ended.error)
                       : TerminalFrame::tr("The shell ended with exit status %1.").arg(ended.exit);
}

} // namespace

TerminalFrame::TerminalFrame(const TerminalPlace &place, QWidget *parent)
    : QWidget(parent)
    , m_badge(new TerminalBadge)
    , m_bar(new QWidget)
    , m_icon(new IconLabel(u"warning"_s, Tone::Warning))
    , m_notice(new ToneLabel)
    , m_view(new TerminalView)
{
    m_notice->setObjectName(u"terminal-notice"_s);
    m_notice->setWordWrap(true);
    auto *line = new QHBoxLayout(m_bar);
    line->setContentsMargins(8, 4, 8, 4);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_notice, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kFrame, kFrame, kFrame, kFrame);
    layout->setSpacing(0);
    layout->addWidget(m_badge);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    setPlace(place);
}

void TerminalFrame::setPlace(const TerminalPlace &place)
{
    m_badge->setPlace(place);
    m_view->setName(tr("Terminal, %1").arg(titleOf(place)),
                    tr("Tab and most keys go to the shell; Alt+2 leaves to the steps."));
    showNotice();
    update();
}

void TerminalFrame::setMasked(bool masked)
{
    m_isMasked = masked;
    showNotice();
}

void TerminalFrame::setEnded(const TerminalEndedEvent &ended)
{
    m_hasEnded = true;
    m_end = sentenceOf(ended);
    showNotice();
}

QString TerminalFrame::notice() const
{
    return m_bar->isHidden() ? QString() : m_notice->text();
}

void TerminalFrame::showNotice()
{
    QStringList sentences;
    if (!m_end.isEmpty()) {
        sentences << m_end;
    }
    if (const auto &moved = place().moved; !moved.isEmpty() && !m_hasEnded) {
        QStringList kinds;
        for (const MovedNamespace &one : moved) {
            kinds << tr("%1 (now %2)").arg(words::kindName(one.kind), QString::number(one.inode));
        }
        sentences << tr("What runs here has left or entered namespaces by itself: %1. The badge "
                        "and the prompt say where it began.")
                         .arg(kinds.join(u", "_s));
    }
    if (place().isUnknown && !m_hasEnded) {
        sentences << tr(
            "What runs here belongs to somebody else, as under sudo, and can't be looked "
            "at: it may have left or entered namespaces.");
    }
    if (m_isMasked) {
        sentences << tr("Names in terminals can't be masked: what is shown here is as it is.");
    }
    const bool isWarning = toneOf(place()) == Tone::Warning || m_isMasked;
    m_icon->setIcon(isWarning ? u"warning"_s : u"note"_s, isWarning ? Tone::Warning : Tone::Note);
    m_notice->setTone(isWarning ? Tone::Warning : Tone::Normal);
    m_notice->setText(sentences.join(u' '));
    m_bar->setVisible(!sentences.isEmpty());
}

void TerminalFrame::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().text(toneOf(place())));
    painter.fillRect(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame), Theme::current().card());
}

} // namespace nsw
