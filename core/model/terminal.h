// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/facets/kind.h"

/**
 * Terminals of a container that is there: each a pseudoterminal with a shell, inside or outside.
 * The client names them by an id of its choice.
 */
namespace nsw
{

/** Sizes of a terminal that make sense, in characters. */
inline constexpr std::int32_t kMaxTerminalSide = 1000;
/** So many bytes are sent before some of them are acknowledged. */
inline constexpr qint64 kTerminalWindow = qint64{1} << 20;

/** Answered by a plan, the steps, and TerminalOpenedEvent, or by TerminalEndedEvent at once. */
struct TerminalOpenRequest {
    static constexpr QLatin1StringView kTag{"terminalOpen"};
    std::int32_t id = 0;
    Side side = Side::Inside;
    QStringList command; ///< empty: the shell of whoever asks
    std::int32_t columns = 80;
    std::int32_t rows = 24;
    QMap<QString, QString> environment; ///< added to what is inherited
    bool operator==(const TerminalOpenRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalOpenRequest::id),
                          requiredField("side", &TerminalOpenRequest::side),
                          field("command", &TerminalOpenRequest::command),
                          field("columns", &TerminalOpenRequest::columns),
                          field("rows", &TerminalOpenRequest::rows),
                          field("environment", &TerminalOpenRequest::environment)};
    }
};

/** What is typed. */
struct TerminalInputRequest {
    static constexpr QLatin1StringView kTag{"terminalInput"};
    std::int32_t id = 0;
    QByteArray bytes;
    bool operator==(const TerminalInputRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalInputRequest::id),
                          requiredField("bytes", &TerminalInputRequest::bytes)};
    }
};

/** So many bytes of its output are dealt with: as many more may come (kTerminalWindow). */
struct TerminalShownRequest {
    static constexpr QLatin1StringView kTag{"terminalShown"};
    std::int32_t id = 0;
    std::int64_t bytes = 0;
    bool operator==(const TerminalShownRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalShownRequest::id),
                          requiredField("bytes", &TerminalShownRequest::bytes)};
    }
};

struct TerminalResizeRequest {
    static constexpr QLatin1StringView kTag{"terminalResize"};
    std::int32_t id = 0;
    std::int32_t columns = 80;
    std::int32_t rows = 24;
    bool operator==(const TerminalResizeRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalResizeRequest::id),
                          requiredField("columns", &TerminalResizeRequest::columns),
                          requiredField("rows", &TerminalResizeRequest::rows)};
    }
};

/** Hangs up: SIGHUP, and what is left after a moment is killed. */
struct TerminalCloseRequest {
    static constexpr QLatin1StringView kTag{"terminalClose"};
    std::int32_t id = 0;
    bool operator==(const TerminalCloseRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &TerminalCloseRequest::id)};
    }
};

} // namespace nsw
