// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"
#include "core/store/cborjson.h"

namespace nsw::test
{

template<class T>
QByteArray jsonLineOf(const T &value)
{
    return jsonOfCbor(toCbor(value)).value_or("not JSON") + '\n';
}

/** All that a state holds of a terminal: as the events would tell it that are folded in it. */
inline QByteArray terminalJson(std::int32_t id, const TerminalState &terminal)
{
    QByteArray json;
    for (const Event &event : {
             Event(TerminalOpenedEvent{.id = id,
                                       .side = terminal.side,
                                       .pid = terminal.pid,
                                       .command = terminal.command}),
             Event(TerminalResizedEvent{
                 .id = id, .columns = terminal.columns, .rows = terminal.rows}),
             Event(TerminalOutputEvent{.id = id, .bytes = terminal.output}),
             Event(TerminalMovedEvent{
                 .id = id, .namespaces = terminal.moved, .isUnknown = terminal.isUnknown}),
         }) {
        json += jsonLineOf(event);
    }
    json += QByteArray::number(terminal.outputDropped) + '\n';
    return json + (terminal.ended ? jsonLineOf(Event(*terminal.ended)) : QByteArray("open\n"));
}

/** All that a state holds, so that two of them can be compared byte for byte. */
inline QByteArray stateJson(const SessionState &state)
{
    QByteArray json = QByteArray::number(static_cast<int>(state.phase)) + '\n';
    json += jsonLineOf(Event(state.ready)) + jsonLineOf(state.plan);
    for (const StepState &step : state.steps) {
        json += jsonLineOf(step.step);
        json += step.isChanged ? QByteArray("changed\n") : QByteArray();
        json += step.outcome ? jsonLineOf(Event(*step.outcome)) : QByteArray("not made\n");
    }
    for (const auto &[key, facet] : state.facets) {
        json
            += jsonLineOf(Event(FacetEvent{.side = key.first, .kind = key.second, .facet = facet}));
    }
    for (const OutputEvent &output : state.output) {
        json += jsonLineOf(Event(output));
    }
    json += QByteArray::number(state.outputKept) + ' ' + QByteArray::number(state.outputDropped);
    json += '\n' + jsonLineOf(Event(RefusedEvent{.request = {}, .findings = state.refusal}));
    json += state.lastAct ? jsonLineOf(Event(*state.lastAct)) : QByteArray("no act\n");
    for (const auto &[id, terminal] : state.terminals) {
        json += terminalJson(id, terminal);
    }
    json += "paused " + QByteArray::number(state.pausedBefore.value_or(0)) + '\n';
    return json + (state.exit ? QByteArray::number(*state.exit) : QByteArray("no exit"));
}

} // namespace nsw::test
