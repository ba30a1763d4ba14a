// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/losses.h"

namespace nsw
{

/** The statements of C for the steps of a plan, for each of the two processes. */
class CSteps
{
public:
    explicit CSteps(const ExportSource &source);

    [[nodiscard]] const QString &outside() const { return m_outside; }
    [[nodiscard]] const QString &inside() const { return m_inside; }
    /** Names of descriptors that both processes have, "target1" and so on. */
    [[nodiscard]] QStringList descriptors() const;

private:
    void add(const Step &step);
    void take(Actor actor);
    QString &of(Actor actor) { return actor == Actor::Outside ? m_outside : m_inside; }

    void code(const Step &step, const op::Clone3 &call);
    void code(const Step &step, const op::Setns &call);
    void code(const Step &step, const op::Write &call);
    void code(const Step &step, const op::Execve &call);
    void code(const Step &step, const op::PidfdOpen &call);
    void code(const Step &step, const op::Open &call);
    template<class Call>
    void code(const Step &step, const Call &call);

    QString target(const JoinTarget &target);

    const ExportSource &m_source;
    QList<JoinTarget> m_targets;
    Actor m_turn = Actor::Outside;
    QString m_outside;
    QString m_inside;
};

} // namespace nsw
