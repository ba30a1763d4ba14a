// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/starter.h"

#include "app/panels/configurationpanel.h"
#include "app/panels/findingsview.h"
#include "app/panels/messagebar.h"
#include "app/panels/privilegeview.h"
#include "app/panels/stepspanel.h"
#include "app/text/words.h"
#include "app/window/document.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"
#include "core/plan/seen.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

// Long enough for a few quick keystrokes, short enough to feel immediate.
constexpr auto kReplanDelay = 40ms;

} // namespace

Starter::Starter(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_replan.setSingleShot(true);
    m_replan.setInterval(kReplanDelay);
    connect(&m_replan, &QTimer::timeout, this, &Starter::replan);
    connect(m_parts.message, &MessageBar::chosen, this, &Starter::onChosen);
    connect(m_parts.session, &SessionController::factsCame, this, &Starter::onFacts);
    connect(m_parts.session, &SessionController::supervisorChanged, this, &Starter::replan);
    connect(m_parts.session, &SessionController::failed, this, &Starter::onFailed);
}

void Starter::edited()
{
    m_isPreview = !m_parts.session->isRunning();
    m_replan.start();
}

void Starter::replan()
{
    m_replan.stop();
    if (m_stillRoot) {
        return; // not ours to plan; showLive() does
    }
    m_planned = m_parts.document->configuration();
    if (!m_parts.session->askFacts(m_planned, m_startsWhenPlanned) && m_hasFacts) {
        usePlan(prepareWith(m_prepared.facts, m_planned));
    }
}

void Starter::onFacts(const HostFacts &facts)
{
    if (m_stillRoot) {
        return;
    }
    if (m_parts.document->configuration() != m_planned) {
        replan(); // edited meanwhile
        return;
    }
    m_hasFacts = true;
    usePlan(prepareWith(facts, m_planned));
    if (std::exchange(m_startsWhenPlanned, false)) {
        startPlanned();
    }
}

void Starter::onFailed()
{
    m_startsWhenPlanned = false;
    // Nothing was made: what is shown is what would be.
    if (!m_stillRoot && !m_parts.session->isRunning() && m_parts.session->state().steps.isEmpty()) {
        m_isPreview = true;
        showPlan();
    }
}

void Starter::usePlan(const Prepared &prepared)
{
    m_prepared = prepared;
    m_parts.steps->setFacts(m_prepared.facts);
    Q_EMIT factsChanged(m_prepared.facts);
    showPlan();
}

void Starter::showStill(const Plan &plan, bool isRoot)
{
    m_replan.stop();
    m_wasPreview = m_stillRoot ? m_wasPreview : m_isPreview;
    m_isPreview = false;
    m_stillRoot = isRoot;
    m_prepared.plan = plan;
    m_prepared.asked = Privilege::None;
    showPlan();
}

void Starter::showLive()
{
    m_stillRoot.reset();
    m_isPreview = m_wasPreview;
    replan();
}

void Starter::showPlan()
{
    const Plan plan = m_parts.masking->shown(m_prepared.plan);
    const bool isRoot = m_stillRoot.value_or(m_prepared.asked == Privilege::None
                                             && plan.privilege != Privilege::None);
    m_parts.configuration->setPlan(plan, isRoot);
    if (m_isPreview) {
        m_parts.steps->setPreview(plan);
    }
}

void Starter::start(std::optional<std::int32_t> before)
{
    if (m_parts.session->isRunning() || m_parts.session->replay() != nullptr) {
        return;
    }
    m_before = before;
    m_startsWhenPlanned = true;
    m_seen = seenIn(m_prepared.facts); // what the plan on the screen is about
    replan();
}

void Starter::startPlanned()
{
    const Findings findings = changedSince(m_seen, m_prepared.facts) + m_prepared.plan.findings;
    if (hasErrors(findings)) {
        const Finding &first = *std::ranges::find(findings, Severity::Error, &Finding::severity);
        m_parts.message->showMessage(
            Tone::Error, tr("It can't be started like this. %1").arg(words::sentence(first)));
        return;
    }
    if (m_parts.session->machine() && m_prepared.asked != Privilege::None) {
        m_parts.message->showMessage(Tone::Error,
                                     tr("This needs an administrator, who can't be asked on "
                                        "another machine. Connect to it as "
                                        "root, or make the user namespace new too."));
        return;
    }
    if (m_prepared.asked != Privilege::None) {
        askForRights();
        return;
    }
    begin(Privilege::None);
}

void Starter::askForRights() const
{
    QStringList reasons;
    for (const Finding &finding : privilegeFindings(m_prepared.plan.findings)) {
        reasons << sentenceInPlace(finding);
    }
    QList<MessageBar::Choice> choices{
        {.id = u"administrator"_s, .text = tr("Start as &administrator…")}};
    if (hasRootlessWay(m_prepared.plan.findings)) {
        choices.prepend({.id = u"rootless"_s, .text = tr("Add a &user namespace and start")});
    }
    m_parts.message->showMessage(
        Tone::Warning,
        tr("%1\nIf you start it as administrator, your system asks for a password.")
            .arg(reasons.join(u' ')),
        choices);
    m_parts.message->setFocus();
}

void Starter::onChosen(const QString &id)
{
    if (id == u"rootless"_s) {
        addUserNamespace();
        start(m_before);
    } else if (id == u"administrator"_s) {
        begin(m_prepared.asked);
    }
}

void Starter::begin(Privilege asked)
{
    m_parts.message->hide();
    m_isPreview = false;
    m_parts.steps->clearOutput();
    m_parts.session->start({.configuration = m_parts.document->configuration(),
                            .before = m_before,
                            .seen = seenIn(m_prepared.facts)},
                           asked);
}

void Starter::addUserNamespace()
{
    Configuration configuration = m_parts.document->configuration();
    configuration.containers.first().namespaces.user = NewUser{};
    m_parts.configuration->setConfiguration(configuration);
    Q_EMIT changed();
}

} // namespace nsw
