// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/edit.h"
#include "core/run/container.h"
#include "core/run/inside.h"

/** Pauses between steps, and what can be done in them. */
namespace nsw
{

/** At a step that failed, and at the one that was asked for. */
bool ContainerRun::isToPause() const
{
    const Step &next = m_options.plan.steps.at(static_cast<qsizetype>(m_next));
    return m_isStepping && (m_failed || (m_pauseBefore && next.n >= *m_pauseBefore));
}

/** The process inside becomes no command, and has to be told to stay. */
bool ContainerRun::staysAsInit() const
{
    const auto &steps = m_options.plan.steps;
    return steps.isEmpty() || steps.last().isSkipped
        || !std::holds_alternative<op::Execve>(steps.last().operation);
}

void ContainerRun::go(const GoRequest &request)
{
    if (m_phase != Phase::Paused || m_killAtUs) {
        refusePaused(GoRequest::kTag,
                     Finding{.severity = Severity::Error,
                             .code = FindingCode::NotPaused,
                             .path = {},
                             .found = {},
                             .expected = {}});
        return;
    }
    m_pauseBefore = request.before;
    m_phase = Phase::Resuming;
    if (mayResume()) {
        resume();
    }
}

bool ContainerRun::mayResume() const
{
    return !m_snapshot.isBusy() && !m_acts.isBusy() && !m_terminals.isOpening();
}

void ContainerRun::resume()
{
    if (m_failed && m_channel.isValid()) {
        // What it can't be told, its end will tell.
        (void)order(kGoOn);
    }
    m_failed.reset();
    m_phase = Phase::Making;
    advance();
}

void ContainerRun::edit(const EditRequest &request)
{
    const auto refuse = [this](const Finding &why) {
        refusePaused(EditRequest::kTag, why);
    };
    const auto because = [&](FindingCode code) {
        return Finding{.severity = Severity::Error,
                       .code = code,
                       .path = QStringLiteral("step"),
                       .found = QString::number(request.step.n),
                       .expected = {}};
    };
    if (m_options.onBehalfOf) {
        // What was judged is the plan of a configuration, and nothing else is made with our rights.
        refuse(because(FindingCode::EditNotAllowed));
        return;
    }
    if (m_phase != Phase::Paused) {
        refuse(because(FindingCode::NotPaused));
        return;
    }
    const qsizetype size = toCbor(request.step).size();
    constexpr auto kMost = static_cast<qsizetype>(kMaxOrder - sizeof(std::int32_t));
    if (size > kMost) {
        refuse({.severity = Severity::Error,
                .code = FindingCode::TooLarge,
                .path = QStringLiteral("step"),
                .found = QString::number(size),
                .expected = QString::number(kMost)});
        return;
    }
    Plan &plan = m_options.plan;
    auto steps
        = editStep(plan.steps, request.step, plan.steps.at(static_cast<qsizetype>(m_next)).n);
    if (!steps) {
        refuse(steps.error());
        return;
    }
    plan.steps = *std::move(steps);
    m_edited.insert(request.step.n - 1);
    m_connection.send(
        EditedEvent{.container = plan.container,
                    .step = request.step,
                    .findings = plan.findings + consequencesOf(m_planned, plan.steps)});
}

void ContainerRun::refusePaused(QLatin1StringView request, const Finding &why)
{
    m_connection.send(RefusedEvent{.request = QString(request), .findings = {why}});
}

} // namespace nsw
