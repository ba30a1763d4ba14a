// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/findingsview.h"

#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

struct SeverityLook {
    QString icon;
    Tone tone = Tone::Note;
    QString word;
};

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {.icon = u"error"_s, .tone = Tone::Error, .word = FindingsView::tr("Error")};
    case Severity::Warning:
        return {.icon = u"warning"_s, .tone = Tone::Warning, .word = FindingsView::tr("Warning")};
    case Severity::Note:
        return {.icon = u"note"_s, .tone = Tone::Note, .word = FindingsView::tr("Note")};
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceInPlace(Finding finding)
{
    finding.path.clear();
    return words::sentence(finding);
}

PlacedFindings below(const PlacedFindings &findings, const QString &prefix)
{
    PlacedFindings inside;
    for (const PlacedFinding &placed : findings) {
        if (placed.path == prefix) {
            inside.append({.path = QString(), .finding = placed.finding});
        } else if (placed.path.startsWith(prefix + u'.') || placed.path.startsWith(prefix + u'[')) {
            inside.append({.path = placed.path.mid(
                               prefix.size() + (placed.path.at(prefix.size()) == u'.' ? 1 : 0)),
                           .finding = placed.finding});
        }
    }
    return inside;
}

FindingsView::FindingsView(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void FindingsView::setFindings(const Findings &findings)
{
    if (findings == m_findings) {
        return;
    }
    m_findings = findings;
    delete m_lines;
    m_lines = new QWidget;
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 2, 0, 4);
    for (const Finding &finding : findings) {
        const SeverityLook look = lookOf(finding.severity);
        auto *line = new QHBoxLayout;
        line->setSpacing(6);
        line->addWidget(new IconLabel(look.icon, look.tone), 0, Qt::AlignTop);
        const QString sentence
            = m_showsPlaces ? words::sentence(finding) : sentenceInPlace(finding);
        auto *text = new ToneLabel(tr("%1: %2", "severity and sentence").arg(look.word, sentence),
                                   {.tone = look.tone});
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->addWidget(text, 1);
        lines->addLayout(line);
    }
    // Where there is more room than lines, a sign stays beside its sentence.
    qobject_cast<QVBoxLayout *>(layout())->addWidget(m_lines, 0, Qt::AlignTop);
    setVisible(!findings.isEmpty());
}

} // namespace nsw
