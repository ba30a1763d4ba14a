// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_time.h"

#include "app/panels/secondsedit.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

TimeEditor::TimeEditor(QWidget *parent)
    : KindEditor(NsKind::Time, parent)
    , m_monotonic(new SecondsEdit)
    , m_boottime(new SecondsEdit)
{
    m_monotonic->setToolTip(tr("Seconds by which CLOCK_MONOTONIC inside is ahead of outside"));
    m_boottime->setToolTip(
        tr("Seconds by which CLOCK_BOOTTIME, the uptime, inside is ahead of outside"));
    options()->addField(u"monotonicOffset"_s, tr("Monotonic clock"), m_monotonic);
    options()->addField(u"boottimeOffset"_s, tr("Clock since boot"), m_boottime);
    connect(m_monotonic, &SecondsEdit::edited, this, &TimeEditor::changed);
    connect(m_boottime, &SecondsEdit::edited, this, &TimeEditor::changed);
}

void TimeEditor::setChoice(const Choice<NewTime> &choice)
{
    const NewTime options = showChoice(choice);
    m_monotonic->setSeconds(options.monotonicOffset);
    m_boottime->setSeconds(options.boottimeOffset);
}

Choice<NewTime> TimeEditor::choice() const
{
    return makeChoice(NewTime{.monotonicOffset = m_monotonic->seconds(),
                              .boottimeOffset = m_boottime->seconds()});
}

} // namespace nsw
