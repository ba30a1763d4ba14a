// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalplace.h"

#include "app/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace nsw
{

namespace
{

class TerminalPlaces
{
    Q_DECLARE_TR_FUNCTIONS(nsw::TerminalPlaces)
};

std::optional<std::uint64_t> numberOf(const SessionState &state, Side side, NsKind kind)
{
    const Facet *facet = state.facet(side, FacetKind::Namespaces);
    if (facet == nullptr) {
        return std::nullopt;
    }
    const auto &identity = std::get<NamespacesFacet>(*facet).of(kind);
    return identity ? std::optional(identity->inode) : std::nullopt;
}

bool hasMoved(const TerminalPlace &place, NsKind kind)
{
    return std::ranges::contains(place.moved, kind, &TerminalNamespace::kind);
}

} // namespace

TerminalPlace placeOf(const SessionState &state, Side side)
{
    TerminalState fresh;
    fresh.side = side;
    return placeOf(state, fresh);
}

TerminalPlace placeOf(const SessionState &state, const TerminalState &terminal)
{
    TerminalPlace place{.side = terminal.side,
                        .container = state.plan.container,
                        .isolated = {},
                        .older = {},
                        .moved = terminal.moved,
                        .isUnknown = terminal.isUnknown};
    if (terminal.side == Side::Outside) {
        return place;
    }
    for (const NsKind kind : kAllKinds) {
        const auto outside = numberOf(state, Side::Outside, kind);
        const auto inside = numberOf(state, Side::Inside, kind);
        const auto began = std::ranges::find(terminal.namespaces, kind, &TerminalNamespace::kind);
        const auto own = began == terminal.namespaces.end() ? inside : std::optional(began->inode);
        if (own && outside && own != outside) {
            place.isolated << kind;
        }
        if (own && inside && own != inside) {
            place.older << kind;
        }
    }
    return place;
}

QString reasonNoTerminal(const SessionState &state, Side side)
{
    if (state.phase != Phase::Running) {
        return TerminalPlaces::tr(
            "Terminals open here while a container runs: any number, inside and outside.");
    }
    if (state.areStepsMade()) {
        return {};
    }
    if (!state.pausedBefore) {
        return TerminalPlaces::tr("Terminals open here in a pause, and once all steps are made.");
    }
    const bool isInside = state.facet(Side::Inside, FacetKind::Namespaces) != nullptr;
    return side == Side::Outside || isInside
        ? QString()
        : TerminalPlaces::tr("Nobody is inside yet: the process inside comes about with clone3.");
}

Tone toneOf(const TerminalPlace &place)
{
    if (!place.moved.isEmpty() || !place.older.isEmpty() || place.isUnknown) {
        return Tone::Warning;
    }
    return place.side == Side::Inside ? Tone::Isolated : Tone::Shared;
}

QString titleOf(const TerminalPlace &place)
{
    if (place.side == Side::Outside) {
        return TerminalPlaces::tr("outside");
    }
    return place.older.isEmpty() ? TerminalPlaces::tr("inside %1").arg(place.container)
                                 : TerminalPlaces::tr("inside %1, as it was").arg(place.container);
}

QString wordOf(const TerminalPlace &place, NsKind kind)
{
    const QString name = words::kindName(kind);
    if (hasMoved(place, kind)) {
        return TerminalPlaces::tr("%1: left or entered since").arg(name);
    }
    if (place.side == Side::Outside) {
        return TerminalPlaces::tr("%1: that of the outside").arg(name);
    }
    const bool isIsolated = place.isolated.contains(kind);
    if (place.older.contains(kind)) {
        return (isIsolated
                    ? TerminalPlaces::tr("%1: isolated, and the container is in another by now")
                    : TerminalPlaces::tr("%1: that of the outside, and the container is in another "
                                         "by now"))
            .arg(name);
    }
    return (isIsolated ? TerminalPlaces::tr("%1: isolated") : TerminalPlaces::tr("%1: shared"))
        .arg(name);
}

bool isElsewhere(const TerminalPlace &place, NsKind kind)
{
    return hasMoved(place, kind) || place.older.contains(kind);
}

} // namespace nsw
