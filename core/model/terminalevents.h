// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"
#include "core/model/step.h"

/** What comes of terminals. */
namespace nsw
{

/** What a terminal takes. The steps are numbered on from those that were there before. */
struct TerminalPlanEvent {
    static constexpr QLatin1StringView kTag{"terminalPlan"};
    std::int32_t id = 0;
    Side side = Side::Inside;
    QList<Step> steps;
    bool operator==(const TerminalPlanEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalPlanEvent::id),
                          requiredField("side", &TerminalPlanEvent::side),
                          field("steps", &TerminalPlanEvent::steps)};
    }
};

/** A namespace in which a terminal is. */
struct TerminalNamespace {
    NsKind kind = NsKind::User;
    std::uint64_t inode = 0;
    bool operator==(const TerminalNamespace &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("kind", &TerminalNamespace::kind),
                          field("inode", &TerminalNamespace::inode)};
    }
};

/** Its shell runs. */
struct TerminalOpenedEvent {
    static constexpr QLatin1StringView kTag{"terminalOpened"};
    std::int32_t id = 0;
    Side side = Side::Inside;
    std::int32_t pid = 0; ///< as the supervisor sees it
    QStringList command;
    QList<TerminalNamespace> namespaces; ///< where it began; those that could be looked at
    bool operator==(const TerminalOpenedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalOpenedEvent::id),
                          requiredField("side", &TerminalOpenedEvent::side),
                          field("pid", &TerminalOpenedEvent::pid),
                          field("command", &TerminalOpenedEvent::command),
                          field("namespaces", &TerminalOpenedEvent::namespaces)};
    }
};

struct TerminalOutputEvent {
    static constexpr QLatin1StringView kTag{"terminalOutput"};
    std::int32_t id = 0;
    QByteArray bytes;
    bool operator==(const TerminalOutputEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalOutputEvent::id),
                          requiredField("bytes", &TerminalOutputEvent::bytes)};
    }
};

/** It has another size. The first is in the step that made its pseudoterminal. */
struct TerminalResizedEvent {
    static constexpr QLatin1StringView kTag{"terminalResized"};
    std::int32_t id = 0;
    std::int32_t columns = 0;
    std::int32_t rows = 0;
    bool operator==(const TerminalResizedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalResizedEvent::id),
                          requiredField("columns", &TerminalResizedEvent::columns),
                          requiredField("rows", &TerminalResizedEvent::rows)};
    }
};

/** The terminal took so many bytes of what input requests brought. Whoever has much to send waits
 * for it. */
struct TerminalInputTakenEvent {
    static constexpr QLatin1StringView kTag{"terminalInputTaken"};
    std::int32_t id = 0;
    std::int64_t taken = 0;
    bool operator==(const TerminalInputTakenEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalInputTakenEvent::id),
                          requiredField("taken", &TerminalInputTakenEvent::taken)};
    }
};

/** What is in the foreground of a terminal has left namespaces or entered others since its shell
 * began, or came back: then the list is empty. Or that can't be told, as of a process of somebody
 * else. */
struct TerminalMovedEvent {
    static constexpr QLatin1StringView kTag{"terminalMoved"};
    std::int32_t id = 0;
    QList<TerminalNamespace> namespaces;
    bool isUnknown = false;
    bool operator==(const TerminalMovedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalMovedEvent::id),
                          field("namespaces", &TerminalMovedEvent::namespaces),
                          field("unknown", &TerminalMovedEvent::isUnknown)};
    }
};

/** Nothing of the terminal is left, or it was not opened: then it says why. */
struct TerminalEndedEvent {
    static constexpr QLatin1StringView kTag{"terminalEnded"};
    std::int32_t id = 0;
    std::int32_t exit = 0; ///< of its shell; 128 + n after signal n
    Findings findings;
    std::optional<Error> error; ///< when it was a step, that has the same errno
    bool operator==(const TerminalEndedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalEndedEvent::id),
                          field("exit", &TerminalEndedEvent::exit),
                          field("findings", &TerminalEndedEvent::findings),
                          field("error", &TerminalEndedEvent::error)};
    }
};

} // namespace nsw
