// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

/** One step at a time: what is asked for, and what comes back. */
namespace nsw
{

/**
 * Goes on after a pause, from the step at which it is, or from the one that failed, which is made
 * again. Answered by the events of the steps, and by another PausedEvent unless all are made.
 */
struct GoRequest {
    static constexpr QLatin1StringView kTag{"go"};
    std::optional<std::int32_t> before
        = std::nullopt; ///< the step to pause at, from 2; absent: none
    bool operator==(const GoRequest &) const = default;
    static constexpr auto fields() { return std::tuple{field("before", &GoRequest::before)}; }
};

/** During a pause, puts this in place of the step of that number, which is not made yet. */
struct EditRequest {
    static constexpr QLatin1StringView kTag{"edit"};
    Step step;
    bool operator==(const EditRequest &) const = default;
    static constexpr auto fields() { return std::tuple{requiredField("step", &EditRequest::step)}; }
};

/** No step is made until a GoRequest comes. The facets of both sides came before this. */
struct PausedEvent {
    static constexpr QLatin1StringView kTag{"paused"};
    QString container;
    std::int32_t before = 0; ///< the step that is next, or that failed
    bool operator==(const PausedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &PausedEvent::container),
                          requiredField("before", &PausedEvent::before)};
    }
};

/** A step is another one now. */
struct EditedEvent {
    static constexpr QLatin1StringView kTag{"edited"};
    QString container;
    Step step;
    Findings findings; ///< of the whole plan, with what follows from all edits
    bool operator==(const EditedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &EditedEvent::container),
                          requiredField("step", &EditedEvent::step),
                          field("findings", &EditedEvent::findings)};
    }
};

} // namespace nsw
