// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/terminalguide.h"

#include "app/text/translate.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

StepGuide TerminalGuide::operator()(const op::OpenPty & /*call*/) const
{
    return {.meaning = translate("StepGuide",
                                 "A pseudoterminal has two ends: what is written to one is read "
                                 "from the other. It belongs to the devpts file system that it "
                                 "was opened from, and no namespace of its own isolates it."),
            .manPage = u"pty(7), posix_openpt(3)"_s,
            .look = u"ls -l /dev/pts"_s,
            .shell = u"script --quiet --command sh /dev/null"_s};
}

StepGuide TerminalGuide::operator()(const op::Setsid & /*call*/) const
{
    return {.meaning = translate("StepGuide",
                                 "A terminal controls one session. The leader of a new one has "
                                 "left the terminal of whoever started it, and can take another."),
            .manPage = u"setsid(2), credentials(7)"_s,
            .look = u"ps -o pid,sid,tty,args"_s,
            .shell = u"setsid"_s};
}

StepGuide TerminalGuide::operator()(const op::TakeTty & /*call*/) const
{
    return {.meaning = translate("StepGuide",
                                 "Only with a controlling terminal are there jobs, Ctrl+C and "
                                 "Ctrl+Z, and a SIGHUP when it is closed."),
            .manPage = u"ioctl_tty(2)"_s,
            .look = u"ps -o pid,tpgid,tty,args"_s,
            .shell = u"setsid --ctty"_s};
}

} // namespace nsw
