// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/time.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

void judgeOffset(std::int64_t offset, std::int64_t now, QLatin1StringView name, Draft &draft)
{
    // timens_offsets also refuses a clock beyond half of what the kernel's nanoseconds can hold
    // (KTIME_SEC_MAX / 2).
    constexpr std::int64_t kMax = 4611686018;
    if (offset < -now || offset > kMax - now) {
        draft.checkerOfNew(NsKind::Time)
            .at(name)
            .error(FindingCode::ClockOutOfRange,
                   QString::number(offset),
                   QString::number(-now) + u" … "_s + QString::number(kMax - now));
    }
}

} // namespace

void judgeTime(const NewTime &choice, Draft &draft)
{
    judgeOffset(choice.monotonicOffset, draft.facts.monotonicNow, "monotonicOffset"_L1, draft);
    judgeOffset(choice.boottimeOffset, draft.facts.boottimeNow, "boottimeOffset"_L1, draft);
}

bool canBeCloned(const NewTime &choice)
{
    return choice.monotonicOffset == 0 && choice.boottimeOffset == 0;
}

void setUpTime(const NewTime &choice, Draft &draft)
{
    if (canBeCloned(choice)) {
        return;
    }
    draft.add(Actor::Inside,
              op::Write{.file = op::ProcFile::TimensOffsets,
                        .text = u"monotonic %1 0\nboottime %2 0\n"_s.arg(choice.monotonicOffset)
                                    .arg(choice.boottimeOffset)});
}

} // namespace nsw
