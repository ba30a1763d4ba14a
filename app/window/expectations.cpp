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

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** A run with other steps than the configuration's says nothing about it. */
bool isAsPlanned(const SessionState &state)
{
    return std::ranges::none_of(
        state.steps, [](const StepState &one) { return one.isChanged || one.step.isSkipped; });
}

} // namespace

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
    connect(m_parts.document, &Document::changed, this, &Expectations::showSavable);
}

void Expectations::fillMenu(QMenu *menu)
{
    menu->addAction(m_save);
    menu->addSeparator();
}

void Expectations::onState()
{
    if (m_parts.session->replay() != nullptr) {
        showSavable(); // what is shown is a run of somebody else's
        return;
    }
    const SessionState &state = m_parts.session->state();
    m_first.follow(state);
    const bool isOver = state.phase == Phase::Ended || state.phase == Phase::Refused;
    const bool isNew = state.phase == Phase::Idle || state.phase == Phase::Connecting
        || (state.phase == Phase::Running && !isMade(state));
    m_wasStopped = !isNew && (m_wasStopped || state.phase == Phase::Stopping);
    m_isSeen = !isNew && (isMade(state) || isOver);
    showSavable();
    if (isNew) {
        m_judged.reset();
        return;
    }
    const auto &expected = m_parts.session->run().configuration.expectation;
    if (!m_isSeen || !expected || !isAsPlanned(state)) {
        return;
    }
    const bool isWhole = isOver && !m_wasStopped && (expected->exit || expected->output);
    const Extent extent = isWhole ? Extent::Whole : Extent::Made;
    if (!m_judged || *m_judged < extent) {
        m_judged = extent;
        judge(*expected, extent);
    }
}

void Expectations::showSavable()
{
    m_save->setEnabled(m_isSeen && m_parts.session->replay() == nullptr && isOwnRun());
}

/** What was run is what is edited, but for what is expected of it. */
bool Expectations::isOwnRun() const
{
    Configuration started = m_parts.session->run().configuration;
    started.expectation = m_parts.document->configuration().expectation;
    return started == m_parts.document->configuration() && isAsPlanned(m_parts.session->state());
}

void Expectations::judge(const Expectation &expected, Extent extent)
{
    const Findings found
        = divergences(expected, seenIn(m_first.of(m_parts.session->state())), extent);
    if (found.isEmpty()) {
        m_parts.message->showMessage(Tone::Isolated,
                                     extent == Extent::Whole ? tr("Made and ended as expected.")
                                                             : tr("Made as expected."));
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
    if (m_wasStopped) {
        configuration.expectation->exit.reset();
        configuration.expectation->output.reset();
    }
    m_parts.configuration->setConfiguration(configuration);
    m_parts.document->edit(m_parts.configuration->configuration());
    m_parts.files->save();
}

} // namespace nsw
