// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/expectations.h"

#include "app/panels/configurationpanel.h"
#include "app/panels/messagebar.h"
#include "app/session/expect.h"
#include "app/text/words.h"
#include "app/window/document.h"
#include "app/window/filecommands.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"

#include <QAction>
#include <QMenu>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

Expectations::Expectations(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_save(new QAction(tr("Save with what was s&een"), this))
{
    m_save->setObjectName(u"save-with-seen"_s);
    m_save->setToolTip(tr("The file then says what a run comes to, and each later run is held "
                          "against it"));
    m_save->setEnabled(false);
    connect(m_save, &QAction::triggered, this, &Expectations::saveWithWhatWasSeen);
    connect(m_parts.session, &SessionController::stateChanged, this, &Expectations::onState);
}

void Expectations::fillMenu(QMenu *menu)
{
    menu->addAction(m_save);
    menu->addSeparator();
}

void Expectations::onState()
{
    const SessionState &state = m_parts.session->state();
    m_first.follow(state);
    const bool isOver = state.phase == Phase::Ended || state.phase == Phase::Refused;
    const bool isNew = state.phase == Phase::Idle || state.phase == Phase::Connecting
        || (state.phase == Phase::Running && !isMade(state));
    m_isSeen = !isNew && (isMade(state) || isOver);
    m_save->setEnabled(m_isSeen);
    if (isNew) {
        m_isJudged = false;
    } else if (m_isSeen && !m_isJudged) {
        m_isJudged = true;
        judge();
    }
}

void Expectations::judge()
{
    const auto &expected = m_parts.document->configuration().expectation;
    if (!expected) {
        return;
    }
    const Findings found
        = divergences(*expected, seenIn(m_first.of(m_parts.session->state())), Extent::Made);
    if (found.isEmpty()) {
        m_parts.message->showMessage(Tone::Isolated, tr("Made as expected."));
        return;
    }
    QStringList lines{tr("Not as expected on this machine, in %n point(s):",
                         nullptr,
                         static_cast<int>(found.size()))};
    for (const Finding &finding : found) {
        lines << words::sentence(finding);
    }
    (void)m_parts.masking->shown(m_parts.session->state()); // names are learned from it
    m_parts.message->showMessage(Tone::Warning, m_parts.masking->shown(lines.join(u'\n')));
}

void Expectations::saveWithWhatWasSeen()
{
    Configuration configuration = m_parts.document->configuration();
    configuration.expectation = expectationOf(m_first.of(m_parts.session->state()));
    m_parts.configuration->setConfiguration(configuration);
    m_parts.document->edit(m_parts.configuration->configuration());
    m_parts.files->save();
}

} // namespace nsw
