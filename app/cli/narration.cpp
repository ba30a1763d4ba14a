// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/narration.h"

#include "app/cli/terminal.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <algorithm>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kNumberWidth = 3;
constexpr int kActorWidth = 9;

QString head(const Step &step)
{
    return QString::number(step.n).rightJustified(kNumberWidth) + u"  "_s
        + fitted(words::actorName(step.actor), kActorWidth);
}

QString second(const Step &step)
{
    return u'\n' + QString(kNumberWidth + 2 + kActorWidth, u' ') + words::narrate(step);
}

QString resultOf(const StepEvent &event)
{
    return event.error ? u" = -1 "_s + errnoName(event.error)
                       : u" = "_s + QString::number(event.result);
}

} // namespace

const Step *stepOf(const StepEvent &event, const SessionState &state)
{
    const auto found = std::ranges::find_if(
        state.steps, [&](const StepState &one) { return one.step.n == event.n; });
    return found == state.steps.end() ? nullptr : &found->step;
}

QString narration(const Step &step, const StepEvent &event)
{
    return head(step) + words::callText(step) + resultOf(event) + u"   "_s
        + translate("Cli", "%1 µs").arg(event.durationUs) + second(step);
}

QString announcement(const Step &step)
{
    return head(step) + words::callText(step) + second(step);
}

} // namespace nsw::cli
