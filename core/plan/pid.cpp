// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pid.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

void judgePid(const NewPid &choice, Draft &draft)
{
    if (choice.mountProc && !draft.container.namespaces.isNew(NsKind::Mount)) {
        draft.checkerOfNew(NsKind::Pid)
            .at("mountProc"_L1)
            .say(Severity::Note, FindingCode::ProcNeedsMountNamespace);
    }
}

void setUpPid(const NewPid &choice, Draft &draft)
{
    if (choice.mountProc) {
        draft.add(Actor::Inside,
                  op::Mount{.source = u"proc"_s,
                            .target = u"/proc"_s,
                            .filesystem = u"proc"_s,
                            .flags = {u"MS_NOSUID"_s, u"MS_NODEV"_s, u"MS_NOEXEC"_s},
                            .data = {}});
    }
}

} // namespace nsw
