// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/theme.h"
#include "app/session/state.h"

namespace nsw
{

/** Where a terminal is. */
struct TerminalPlace {
    Side side = Side::Inside;
    QString container; ///< as it is shown
    QList<NsKind> isolated; ///< inside: kinds that are other than outside
    QList<NsKind> older; ///< inside: kinds of which the container is in another by now
    QList<TerminalNamespace> moved; ///< what is in its foreground is elsewhere
    bool isUnknown = false; ///< or may be
    bool operator==(const TerminalPlace &) const = default;
};

/** Of one that opens now. */
TerminalPlace placeOf(const SessionState &state, Side side);
/** Of one that is there: a terminal stays where it began, whatever becomes of the container. */
TerminalPlace placeOf(const SessionState &state, const TerminalState &terminal);

/** Why none can be opened on that side now; empty: it can. */
QString reasonNoTerminal(const SessionState &state, Side side);

Tone toneOf(const TerminalPlace &place);
/** "inside acts", "outside" */
QString titleOf(const TerminalPlace &place);
/** What a kind of namespace is there, in words. */
QString wordOf(const TerminalPlace &place, NsKind kind);
/** It is not what the title of the terminal says. */
bool isElsewhere(const TerminalPlace &place, NsKind kind);

} // namespace nsw
