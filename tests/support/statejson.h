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

/** All that a state holds, so that two of them can be compared byte for byte. */
inline QByteArray stateJson(const SessionState &state)
{
    QByteArray json = QByteArray::number(static_cast<int>(state.phase)) + '\n';
    json += jsonLineOf(Event(state.ready)) + jsonLineOf(state.plan);
    for (const StepState &step : state.steps) {
        json += jsonLineOf(step.step);
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
    json += "paused " + QByteArray::number(state.pausedBefore.value_or(0)) + '\n';
    return json + (state.exit ? QByteArray::number(*state.exit) : QByteArray("no exit"));
}

} // namespace nsw::test
