// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/acts.h"

#include <algorithm>

namespace nsw
{

namespace
{

constexpr qsizetype kMostWaiting = 64;
constexpr std::size_t kMostAMinute = 120;

Finding refusalOf(FindingCode code, qint64 found, const QString &expected = {})
{
    return {.severity = Severity::Error,
            .code = code,
            .path = {},
            .found = QString::number(found),
            .expected = expected};
}

/** What removes that which an operation made; nothing for the others. */
std::optional<Operation> removalOf(const Operation &operation, std::int64_t result)
{
    const auto id = static_cast<std::int32_t>(result);
    if (std::holds_alternative<op::Msgget>(operation)) {
        return op::Msgctl{id};
    }
    if (std::holds_alternative<op::Semget>(operation)) {
        return op::Semctl{id};
    }
    if (std::holds_alternative<op::Shmget>(operation)) {
        return op::Shmctl{id};
    }
    if (const auto *queue = std::get_if<op::MqOpen>(&operation)) {
        return op::MqUnlink{queue->name};
    }
    return std::nullopt;
}

} // namespace

Acts::Acts(const ActSite &site,
           std::int32_t &steps,
           Connection &connection,
           std::function<void()> changed)
    : m_site(site)
    , m_steps(steps)
    , m_connection(connection)
    , m_changed(std::move(changed))
    , m_rate(kMostAMinute)
{
}

void Acts::ask(const ActRequest &request)
{
    if (m_waiting.size() >= kMostWaiting) {
        refuse(request.id, {refusalOf(FindingCode::ActsWait, m_waiting.size())});
        return;
    }
    if (m_site.onBehalfOf && !m_rate.take(nowUs())) {
        const auto most = static_cast<qint64>(m_rate.most());
        refuse(request.id, {refusalOf(FindingCode::TooOften, most, QString::number(most))});
        return;
    }
    m_waiting << request;
    if (!m_current) {
        begin(m_waiting.takeFirst());
    }
}

void Acts::begin(const ActRequest &request)
{
    const auto &asked = request.act.value;
    if (!asked) {
        refuse(request.id, {asked.error()});
        return;
    }
    if (const auto why = refusalAt(m_site, request.side)) {
        refuse(request.id, {*why});
        return;
    }
    HeldProcess held = holdProcess(m_site, *asked);
    ActFacts facts = gatherActFacts(m_site, *asked, held);
    facts.stepsBefore = m_steps;
    Plan plan = planAct(request.side, *asked, facts);
    if (hasErrors(plan.findings)) {
        refuse(request.id, plan.findings);
        return;
    }
    m_steps += static_cast<std::int32_t>(plan.steps.size());
    m_current = std::make_unique<ActRun>(ActRun::Order{.id = request.id,
                                                       .side = request.side,
                                                       .plan = std::move(plan),
                                                       .held = std::move(held)},
                                         m_site,
                                         m_connection);
    m_current->start();
}

void Acts::refuse(std::int32_t id, Findings findings)
{
    m_connection.send(
        ActDoneEvent{.id = id, .findings = std::move(findings), .error = std::nullopt});
}

void Acts::watch(WatchList &list)
{
    if (m_current) {
        m_current->watch(list);
    }
    for (const auto &command : m_commands) {
        command->watch(list);
    }
}

void Acts::onTime(std::int64_t nowUs)
{
    if (m_current) {
        m_current->onTime(nowUs);
    }
    while (m_current && m_current->isTold()) {
        settle(*m_current);
        m_commands.push_back(std::move(m_current));
        if (!m_waiting.isEmpty()) {
            begin(m_waiting.takeFirst());
        }
    }
    while (!m_current && !m_waiting.isEmpty()) {
        begin(m_waiting.takeFirst());
    }
    std::erase_if(m_commands, [](const auto &command) { return command->isOver(); });
}

void Acts::settle(const ActRun &run)
{
    if (run.side() == Side::Outside) {
        for (const auto &[step, result] : run.made()) {
            std::erase(m_undo, step.operation);
            if (const auto removal = removalOf(step.operation, result)) {
                m_undo.push_back(*removal);
            }
        }
    }
    m_changed();
}

void Acts::end()
{
    if (m_current) {
        m_current->end();
        settle(*m_current);
        m_current.reset();
    }
    for (const auto &command : m_commands) {
        command->end();
    }
    m_commands.clear();
    for (const ActRequest &request : std::as_const(m_waiting)) {
        refuseAct(request.id, m_connection);
    }
    m_waiting.clear();
    // Somebody else may have removed it meanwhile: then there is nothing to do.
    Workplace workplace;
    for (const Operation &removal : m_undo) {
        (void)perform(removal, workplace);
    }
    m_undo.clear();
}

void refuseAct(std::int32_t id, Connection &connection)
{
    connection.send(ActDoneEvent{.id = id,
                                 .findings = {Finding{.severity = Severity::Error,
                                                      .code = FindingCode::NothingRuns,
                                                      .path = {},
                                                      .found = {},
                                                      .expected = {}}},
                                 .error = std::nullopt});
}

} // namespace nsw
