// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/outputview.h"

#include "app/panels/look.h"
#include "app/panels/tonelabel.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kMostLines = 10000;
constexpr qsizetype kLongestLine = 4096; ///< that is looked at again when more of it comes

} // namespace

OutputView::OutputView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_input(new QLineEdit)
{
    m_text->setObjectName(u"output"_s);
    m_text->setAccessibleName(tr("Output of the command"));
    m_text->setPlaceholderText(tr("What the command writes appears here."));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(styledFont({.fixed = true}));
    m_input->setObjectName(u"input"_s);
    m_input->setAccessibleName(tr("A line for the command's input"));
    setRecorded(false);
    m_input->setFont(styledFont({.fixed = true}));
    m_input->setEnabled(false);
    setFocusProxy(m_input);
    connect(Look::instance(), &Look::changed, this, [this] {
        m_text->setFont(styledFont({.fixed = true}));
        m_input->setFont(styledFont({.fixed = true}));
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_input);
    connect(m_input, &QLineEdit::returnPressed, this, [this] {
        Q_EMIT inputGiven(m_input->text().toUtf8() + '\n');
        m_input->clear();
    });
}

void OutputView::setState(const SessionState &state)
{
    const qint64 written = std::accumulate(
        state.output.cbegin(),
        state.output.cend(),
        state.outputDropped,
        [](qint64 sum, const OutputEvent &event) { return sum + event.text.size(); });
    if (written < m_shown) {
        clear(); // an earlier moment
    }
    // The state joins chunks and forgets old ones, so what is new is told by how much was written.
    qint64 begin = state.outputDropped;
    for (const OutputEvent &event : state.output) {
        const qint64 end = begin + event.text.size();
        if (end > m_shown) {
            append(event.stream,
                   QByteArrayView(event.text).sliced(std::max<qint64>(m_shown - begin, 0)));
            m_shown = end;
        }
        begin = end;
    }
    m_input->setEnabled(state.phase == Phase::Running && !state.plan.steps.isEmpty()
                        && !m_isRecorded);
}

void OutputView::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    m_input->setPlaceholderText(isRecorded
                                    ? tr("A recording takes no input, and has none that was typed")
                                    : tr("A line for the command's input, then Enter"));
}

void OutputView::clear()
{
    m_text->clear();
    m_line.clear();
    m_lineShown.clear();
    m_shown = 0;
    m_stdout.resetState();
    m_stderr.resetState();
}

void OutputView::append(Stream stream, QByteArrayView bytes)
{
    const bool isError = stream == Stream::Stderr;
    const QString text = (isError ? m_stderr : m_stdout).decode(bytes);
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    if (isError) {
        format.setForeground(Theme::current().text(Tone::Error));
        format.setFontItalic(true);
    }
    // A name may come in two pieces, and is known only when it is whole.
    const QString line = m_line + text;
    const QString shown = m_shownText ? m_shownText(line) : line;
    if (shown.startsWith(m_lineShown)) {
        cursor.insertText(shown.sliced(m_lineShown.size()), format);
    } else {
        cursor.movePosition(
            QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(m_lineShown.size()));
        cursor.insertText(shown, format);
    }
    m_line = line.sliced(line.lastIndexOf(u'\n') + 1);
    m_lineShown = shown.sliced(shown.lastIndexOf(u'\n') + 1);
    if (m_line.size() > kLongestLine) {
        m_line.clear();
        m_lineShown.clear();
    }
    if (atEnd) {
        bar->setValue(bar->maximum());
    }
}

void OutputView::setShownText(std::function<QString(const QString &)> shown)
{
    m_shownText = std::move(shown);
}

QString OutputView::text() const
{
    return m_text->toPlainText();
}

} // namespace nsw
