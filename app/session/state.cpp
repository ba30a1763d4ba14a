// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/state.h"

#include <algorithm>
#include <span>

namespace nsw
{

namespace
{

// Chunks are joined up to this size, so that a command writing byte by byte costs no more than
// another.
constexpr qsizetype kMaxChunk = qsizetype{64} << 10;
// What an event costs besides its text.
constexpr qint64 kEventCost = 128;

void keepOutput(SessionState &state, const OutputEvent &event)
{
    if (!state.output.isEmpty() && state.output.last().stream == event.stream
        && state.output.last().container == event.container
        && state.output.last().text.size() + event.text.size() <= kMaxChunk) {
        state.output.last().text += event.text;
    } else {
        state.output.append(event);
        state.outputKept += kEventCost;
    }
    state.outputKept += event.text.size();
    while (state.outputKept > kMaxOutputKept && state.output.size() > 1) {
        const qsizetype size = state.output.first().text.size();
        state.outputKept -= size + kEventCost;
        state.outputDropped += size;
        state.output.removeFirst();
    }
}

/** Whoever opens and closes terminals all day keeps the last of them. */
void forgetEnded(SessionState &state)
{
    constexpr std::size_t kMostKept = 32;
    const auto oldest = std::ranges::find_if(
        state.terminals, [](const auto &entry) { return entry.second.ended.has_value(); });
    if (state.terminals.size() > kMostKept && oldest != state.terminals.end()) {
        state.terminals.erase(oldest);
    }
}

void keepOutput(TerminalState &terminal, const QByteArray &bytes)
{
    terminal.output += bytes;
    // Cut seldom: moving what stays costs as much as it is long.
    if (terminal.output.size() > kMaxTerminalKept) {
        const qsizetype cut = terminal.output.size() - (kMaxTerminalKept / 2);
        terminal.output.remove(0, cut);
        terminal.outputDropped += cut;
    }
}

void refuse(SessionState &state, const Findings &findings)
{
    state.phase = Phase::Refused;
    state.refusal = findings;
}

struct Reducer {
    SessionState &state;

    void operator()(const ReadyEvent &event) const
    {
        state.ready = event;
        if (state.phase == Phase::Connecting) {
            state.phase = Phase::Idle;
        }
    }

    void operator()(const PlanEvent &event) const
    {
        const bool stopping = state.phase == Phase::Stopping;
        restart(state);
        state.plan = event.plan;
        for (const Step &step : event.plan.steps) {
            state.steps.append({.step = step, .outcome = {}});
        }
        if (hasErrors(event.plan.findings)) {
            refuse(state, event.plan.findings);
        } else if (stopping) {
            state.phase = Phase::Stopping;
        }
    }

    void operator()(const StepEvent &event) const
    {
        const auto planned = std::ranges::find_if(
            state.steps, [&](const StepState &one) { return one.step.n == event.n; });
        if (planned != state.steps.end()) {
            planned->outcome = event;
        }
        if (event.n <= state.plan.steps.size()) { // else of an act or a terminal, in the pause
            state.pausedBefore.reset();
        }
    }

    void operator()(const PausedEvent &event) const { state.pausedBefore = event.before; }

    void operator()(const EditedEvent &event) const
    {
        const auto planned = std::ranges::find_if(
            state.steps, [&](const StepState &one) { return one.step.n == event.step.n; });
        if (planned != state.steps.end()) {
            *planned = StepState{.step = event.step, .outcome = std::nullopt};
            planned->isChanged = std::ranges::any_of(event.findings, [&](const Finding &finding) {
                return finding.code == FindingCode::StepChanged
                    && finding.found == QString::number(event.step.n);
            });
        }
        const qsizetype place = event.step.n - 1;
        if (place >= 0 && place < state.plan.steps.size()) {
            state.plan.steps[place] = event.step;
        }
        state.plan.findings = event.findings;
    }

    void operator()(const FacetEvent &event) const
    {
        state.facets.insert_or_assign({event.side, event.kind}, event.facet);
    }

    void operator()(const OutputEvent &event) const { keepOutput(state, event); }
    void operator()(const InputEvent & /*event*/) const { }
    void operator()(const FactsEvent & /*event*/) const { }

    void operator()(const ActPlanEvent &event) const
    {
        for (const Step &step : event.steps) {
            state.steps.append({.step = step, .outcome = {}});
        }
    }

    void operator()(const ActDoneEvent &event) const
    {
        state.lastAct = event;
        dropUnmade();
    }

    void operator()(const TerminalPlanEvent &event) const
    {
        for (const Step &step : event.steps) {
            state.steps.append({.step = step, .outcome = {}});
        }
        TerminalState terminal;
        terminal.side = event.side;
        for (const Step &step : event.steps) {
            if (const auto *pty = std::get_if<op::OpenPty>(&step.operation)) {
                terminal.columns = pty->columns;
                terminal.rows = pty->rows;
            }
        }
        state.terminals.insert_or_assign(event.id, terminal);
        forgetEnded(state);
    }

    void operator()(const TerminalOpenedEvent &event) const
    {
        TerminalState &terminal = state.terminals[event.id];
        terminal.side = event.side;
        terminal.pid = event.pid;
        terminal.command = event.command;
        terminal.namespaces = event.namespaces;
    }

    void operator()(const TerminalOutputEvent &event) const
    {
        keepOutput(state.terminals[event.id], event.bytes);
    }

    void operator()(const TerminalResizedEvent &event) const
    {
        state.terminals[event.id].columns = event.columns;
        state.terminals[event.id].rows = event.rows;
    }

    void operator()(const TerminalInputTakenEvent & /*event*/) const { }

    void operator()(const TerminalMovedEvent &event) const
    {
        state.terminals[event.id].moved = event.namespaces;
        state.terminals[event.id].isUnknown = event.isUnknown;
    }

    void operator()(const TerminalEndedEvent &event) const
    {
        state.terminals[event.id].ended = event;
        forgetEnded(state);
        if (event.error) {
            dropUnmade();
        }
    }

    void operator()(const EndEvent &event) const
    {
        state.exit = event.exit;
        state.pausedBefore.reset();
        if (state.phase != Phase::Refused) {
            state.phase = Phase::Ended;
        }
    }

    void operator()(const RefusedEvent &event) const
    {
        // A second start is refused while the first goes on.
        const bool goesOn = state.phase == Phase::Running || state.phase == Phase::Stopping;
        if (event.request == StartRequest::kTag && !goesOn) {
            refuse(state, event.findings);
        } else {
            state.refusal = event.findings;
        }
    }

private:
    /** What an act or a terminal that failed did not come to is not still to come. */
    void dropUnmade() const
    {
        state.steps.removeIf([this](const StepState &one) {
            return !one.outcome && one.step.n > state.plan.steps.size();
        });
    }
};

} // namespace

const Facet *SessionState::facet(Side side, FacetKind kind) const
{
    const auto found = facets.find({side, kind});
    return found != facets.end() && found->second ? &*found->second : nullptr;
}

const StepState *SessionState::failure() const
{
    const auto lastMade = [](const auto &among) {
        const auto made
            = std::ranges::find_if(among.rbegin(), among.rend(), [](const StepState &one) {
                  return one.outcome.has_value();
              });
        return made == among.rend() || !made->outcome->error ? nullptr : &*made;
    };
    const auto planned = std::span(steps).first(
        static_cast<std::size_t>(std::min(plan.steps.size(), steps.size())));
    const StepState *failed = lastMade(planned);
    return failed != nullptr ? failed : lastMade(std::span(steps));
}

bool SessionState::areStepsMade() const
{
    const auto isMade = [this](const StepState &one) {
        const bool isDone = one.outcome && !one.outcome->error;
        return isDone || one.step.isSkipped || one.step.n > plan.steps.size();
    };
    return !steps.isEmpty() && !pausedBefore && std::ranges::all_of(steps, isMade);
}

void restart(SessionState &state)
{
    ReadyEvent ready = std::move(state.ready);
    auto facets = std::move(state.facets);
    // The outside does not go away because something starts.
    std::erase_if(facets, [](const auto &entry) { return entry.first.first == Side::Inside; });
    state = {};
    state.ready = std::move(ready);
    state.facets = std::move(facets);
    state.phase = Phase::Running;
}

void reduce(SessionState &state, const Event &event)
{
    std::visit(Reducer{state}, event);
}

} // namespace nsw
