// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/stepping.h"

#include "app/panels/icons.h"
#include "app/panels/messagebar.h"
#include "app/panels/stepspanel.h"
#include "app/text/words.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"
#include "app/window/starter.h"

#include <QAction>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

Stepping::Stepping(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_step(makeAction(u"step"_s, tr("&Step"), QKeySequence(Qt::Key_F10)))
    , m_restart(
          makeAction(u"restart"_s, tr("&Restart"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5)))
    , m_breakpoint(makeAction(u"breakpoint"_s, tr("&Breakpoint"), QKeySequence(Qt::Key_F9)))
{
    m_step->setToolTip(tr("Make the next step, and no more (F10)"));
    m_restart->setToolTip(tr("End it and begin again with the first step (Ctrl+Shift+F5)"));
    m_breakpoint->setToolTip(tr("Pause before the step that is selected (F9)"));
    connect(m_step, &QAction::triggered, this, &Stepping::step);
    connect(m_restart, &QAction::triggered, this, &Stepping::restart);
    connect(m_breakpoint, &QAction::triggered, this, [this] {
        if (const auto step = m_parts.steps->currentStep()) {
            toggleBreakpoint(step->n);
        }
    });
    connect(m_parts.steps, &StepsPanel::breakpointToggled, this, &Stepping::toggleBreakpoint);
    connect(m_parts.steps, &StepsPanel::stepEdited, this, [this](const Step &step) {
        m_parts.session->edit(m_parts.masking->meant(step));
    });
    connect(
        m_parts.session, &SessionController::refused, this, [this](const RefusedEvent &refused) {
            const bool isOurs
                = refused.request == GoRequest::kTag || refused.request == EditRequest::kTag;
            if (isOurs && !refused.findings.isEmpty()) {
                m_parts.message->showMessage(
                    Tone::Error,
                    m_parts.masking->shown(words::sentence(refused.findings.constFirst())));
            }
        });
    show({});
}

QAction *Stepping::makeAction(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(icon(name, Tone::Isolated), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

std::optional<std::int32_t> Stepping::breakpointFrom(std::int32_t n) const
{
    std::optional<std::int32_t> first;
    for (const std::int32_t one : m_breakpoints) {
        if (one >= n && (!first || one < *first)) {
            first = one;
        }
    }
    return first;
}

void Stepping::start()
{
    if (m_next) {
        m_parts.session->go(breakpointFrom(*m_next + 1));
    } else {
        m_parts.starter->start(breakpointFrom(1));
    }
}

void Stepping::step()
{
    if (m_next) {
        m_parts.session->go(*m_next + 1);
    } else {
        m_parts.starter->start(2);
    }
    m_parts.steps->showSteps();
}

void Stepping::restart()
{
    m_isRestarting = true;
    m_parts.session->stop();
}

void Stepping::toggleBreakpoint(std::int32_t n)
{
    if (!m_breakpoints.remove(n)) {
        m_breakpoints.insert(n);
    }
    m_parts.steps->setPauses(m_breakpoints, m_next);
}

void Stepping::show(const SessionState &state)
{
    const bool isRunning = m_parts.session->isRunning();
    // In a recording there is nothing to be made.
    const bool isRecorded = m_parts.session->replay() != nullptr;
    const bool isPaused
        = state.phase == Phase::Running && state.pausedBefore.has_value() && !isRecorded;
    m_next = isPaused ? state.pausedBefore : std::nullopt;
    m_parts.steps->setPauses(isRecorded ? QSet<std::int32_t>{} : m_breakpoints, m_next);
    m_breakpoint->setEnabled(!isRecorded);
    m_step->setEnabled((isPaused || !isRunning) && !isRecorded);
    m_restart->setEnabled(isRunning && state.phase == Phase::Running && !isRecorded);
    if (m_isRestarting && !isRunning) {
        m_isRestarting = false;
        m_parts.starter->start(2);
    }
}

} // namespace nsw
