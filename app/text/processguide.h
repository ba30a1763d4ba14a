// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/stepguide.h"

namespace nsw
{

/** What guideTo() says of the calls on processes: who makes whom, and who moves. */
class ProcessGuide
{
public:
    explicit ProcessGuide(const InsideProcess &inside);

    StepGuide operator()(const op::PidfdOpen &call) const;
    StepGuide operator()(const op::Open &call) const;
    StepGuide operator()(const op::Clone3 &call) const;
    StepGuide operator()(const op::Unshare &call) const;
    StepGuide operator()(const op::Setns &call) const;
    StepGuide operator()(const op::Chdir &call) const;
    StepGuide operator()(const op::Execve &call) const;
    StepGuide operator()(const op::Kill &call) const;
    StepGuide operator()(const op::PidfdSendSignal &call) const;
    StepGuide operator()(const op::Setgroups &call) const;
    StepGuide operator()(const op::Setresgid &call) const;
    StepGuide operator()(const op::Setresuid &call) const;

protected:
    /** Its directory, "/proc/4711". */
    [[nodiscard]] const QString &proc() const { return m_proc; }
    /** That command in those namespaces of it: many files tell of whoever reads them. */
    [[nodiscard]] QString within(const QString &options, const QString &command) const;

private:
    [[nodiscard]] StepGuide identity(bool isGroup, std::uint32_t id) const;

    QString m_proc;
    QString m_enter; ///< the nsenter(1) that it takes
};

} // namespace nsw
