// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <map>

namespace nsw
{

enum class Phase : std::uint8_t {
    Idle, ///< nothing was started yet
    Connecting, ///< a supervisor is being asked for
    Running, ///< steps are made, or the container is there
    Stopping, ///< asked to end
    Ended, ///< nothing of it is left
    Refused, ///< the plan has errors, nothing was done
    Lost, ///< the supervisor went away without saying so
};

/** A planned step and what became of it. */
struct StepState {
    Step step;
    std::optional<StepEvent> outcome; ///< absent: not made yet
    bool isChanged = false; ///< its arguments are not those of the plan any more
    bool operator==(const StepState &) const = default;
};

/** A terminal and the end of what was written to it. */
struct TerminalState {
    Side side = Side::Inside;
    std::int32_t pid = 0; ///< of its shell, outside; 0: not there yet
    QStringList command;
    std::int32_t columns = 0; ///< of its screen; 0: not known
    std::int32_t rows = 0;
    QByteArray output; ///< at most kMaxTerminalKept bytes
    qint64 outputDropped = 0; ///< bytes that came before those
    QList<TerminalNamespace> namespaces; ///< where it began; empty: not told
    QList<TerminalNamespace> moved;
    bool isUnknown = false; ///< where what is in its foreground is can't be told
    std::optional<TerminalEndedEvent> ended;
    bool operator==(const TerminalState &) const = default;
};

/** All that the window knows of a session: a fold over its events. */
struct SessionState {
    Phase phase = Phase::Idle;
    ReadyEvent ready;
    Plan plan;
    QList<StepState> steps; ///< those of the plan, then those of the acts, in order
    std::map<std::pair<Side, FacetKind>, std::expected<Facet, Error>> facets;
    QList<OutputEvent> output; ///< the end of it: what is beyond kMaxOutputKept was dropped
    qint64 outputKept = 0; ///< what `output` costs, in bytes
    qint64 outputDropped = 0; ///< bytes that the command wrote and that are no longer in `output`
    Findings refusal;
    std::optional<ActDoneEvent> lastAct; ///< what the latest act came to
    std::optional<std::int32_t> pausedBefore; ///< the step that waits for a person to go on
    std::optional<std::int32_t> exit;
    std::map<std::int32_t, TerminalState> terminals; ///< by their ids
    bool operator==(const SessionState &) const = default;

    /** The facet of a side, or null while there is none or it can't be read. */
    [[nodiscard]] const Facet *facet(Side side, FacetKind kind) const;
    /** The step that failed last, unless one was made after it. What is done in the pause at a step
     * of the plan that failed is not after it. */
    [[nodiscard]] const StepState *failure() const;
    /** Nothing of the plan is still to be made; steps that were left out never are. Acts and
     * terminals may be under way. */
    [[nodiscard]] bool areStepsMade() const;
};

/** How much of a command's output a state holds, in bytes. */
inline constexpr qint64 kMaxOutputKept = qint64{4} << 20;

/** How much of what a terminal shows a state holds, in bytes. */
inline constexpr qsizetype kMaxTerminalKept = qsizetype{256} << 10;

/** A new run begins: forgets all that was of the one before, but not the supervisor, nor what is
 * known of the outside. */
void restart(SessionState &state);

/** The one reducer: live, recorded and remote sessions all go through it. */
void reduce(SessionState &state, const Event &event);

} // namespace nsw
