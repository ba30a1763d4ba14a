// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"
#include "core/model/step.h"
#include "core/plan/grant.h"

namespace nsw
{

/** A place in the configuration and where to put what is to be said about it. */
class Checker
{
public:
    Checker(QString path, Findings &findings)
        : m_path(std::move(path))
        , m_findings(findings)
    {
    }

    [[nodiscard]] Checker at(QLatin1StringView member) const
    {
        return {codec::member(m_path, member), m_findings};
    }
    [[nodiscard]] Checker at(QLatin1StringView list, qsizetype index) const
    {
        return {codec::element(codec::member(m_path, list), index), m_findings};
    }

    void error(FindingCode code, const QString &found = {}, const QString &expected = {}) const
    {
        say(Severity::Error, code, found, expected);
    }
    void say(Severity severity,
             FindingCode code,
             const QString &found = {},
             const QString &expected = {}) const
    {
        m_findings << Finding{.severity = severity,
                              .code = code,
                              .path = m_path,
                              .found = found,
                              .expected = expected};
    }

private:
    QString m_path;
    Findings &m_findings;
};

/** A plan being drawn up. */
class Draft
{
public:
    Draft(const Container &from, const HostFacts &machine, Plan &plan)
        : container(from)
        , facts(machine)
        , m_plan(plan)
    {
    }

    const Container &container;
    const HostFacts &facts;

    void add(Actor actor, Operation operation)
    {
        m_plan.steps << Step{.n = static_cast<std::int32_t>(m_plan.steps.size()) + 1,
                             .actor = actor,
                             .operation = std::move(operation)};
    }
    [[nodiscard]] Checker checker() { return {QStringLiteral("containers[0]"), m_plan.findings}; }
    [[nodiscard]] Checker checker(NsKind kind)
    {
        return checker().at(QLatin1StringView("namespaces")).at(nameOf(kind));
    }
    [[nodiscard]] Checker checkerOfNew(NsKind kind)
    {
        return checker(kind).at(QLatin1StringView("new"));
    }

    /** The plan is only to be had when an administrator agrees; the finding says why. */
    void
    need(Privilege privilege, const Checker &checker, FindingCode why, const QString &found = {})
    {
        m_plan.privilege = together(m_plan.privilege, privilege);
        checker.say(Severity::Note, why, found);
    }

    /** Attach is for joining and nothing else; whatever else there is takes root's rights. */
    void settlePrivilege()
    {
        if (m_plan.privilege == Privilege::Attach && !onlyAttaches(container.namespaces)) {
            m_plan.privilege = Privilege::Root;
        }
    }

    /** True when what is set up runs with the capabilities of a user namespace of its own. */
    [[nodiscard]] bool inUserNamespace() const { return container.namespaces.user.has_value(); }

private:
    Plan &m_plan;
};

} // namespace nsw
