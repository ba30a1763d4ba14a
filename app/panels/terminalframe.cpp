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
constexpr int kNoticeMargins = 30; ///< pixels, around the icon and the text
constexpr int kLeastNotice = 40; ///< pixels
constexpr int kRoomyLines = 18; ///< of the height from which on the notice may take several

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
    line->setContentsMargins(8, 2, 8, 2);
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

void TerminalFrame::showNotice()
{
    QStringList sentences;
    if (!m_end.isEmpty()) {
        sentences << m_end;
    }
    if (const auto &moved = place().moved; !moved.isEmpty() && !m_hasEnded) {
        QStringList kinds;
        for (const TerminalNamespace &one : moved) {
            kinds << tr("%1 (now %2)").arg(words::kindName(one.kind), QString::number(one.inode));
        }
        sentences << tr("What runs here has left or entered namespaces by itself: %1. The badge "
                        "and the prompt say where it began.")
                         .arg(kinds.join(u", "_s));
    }
    if (!place().older.isEmpty() && !m_hasEnded) {
        QStringList kinds;
        for (const NsKind kind : place().older) {
            kinds << words::kindName(kind);
        }
        sentences << tr("The container has moved on since: it has other namespaces of these kinds "
                        "now: %1. This terminal stays where it began; a new one is where the "
                        "container is.")
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
    m_sentences = sentences.join(u' ');
    m_notice->setToolTip(m_sentences);
    m_notice->setAccessibleName(m_sentences);
    m_bar->setVisible(!sentences.isEmpty());
    foldNotice();
}

/** The shell needs the room more than a sentence that has been read. */
void TerminalFrame::foldNotice()
{
    const bool isFolded = height() < fontMetrics().height() * kRoomyLines;
    m_notice->setWordWrap(!isFolded);
    m_notice->setSizePolicy(isFolded ? QSizePolicy::Ignored : QSizePolicy::Preferred,
                            QSizePolicy::Preferred);
    const int room = width() - (2 * kFrame) - m_icon->sizeHint().width() - kNoticeMargins;
    m_notice->setText(isFolded ? m_notice->fontMetrics().elidedText(
                                     m_sentences, Qt::ElideRight, std::max(room, kLeastNotice))
                               : m_sentences);
}

void TerminalFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldNotice();
}

void TerminalFrame::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().text(toneOf(place())));
    painter.fillRect(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame), Theme::current().card());
}

} // namespace nsw
